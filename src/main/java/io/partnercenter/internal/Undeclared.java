package io.partnercenter.internal;

import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends through a transport that may throw what it does not declare, as those written in Kotlin, or
 * with a trick, can. Above it there are failures of the connection and mistakes, and nothing else.
 */
final class Undeclared {
  private Undeclared() {}

  static Response send(Transport transport, Request request) throws IOException {
    try {
      return transport.send(request);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      String words = e.toString();
      if (!isInterrupt(e)) throw new IOException(words, e);
      throw (IOException) new InterruptedIOException(words).initCause(e);
    }
  }

  /** The compiler knows of no checked exception but the declared one, and refuses to ask. */
  private static boolean isInterrupt(Exception e) {
    return e instanceof InterruptedException;
  }
}
