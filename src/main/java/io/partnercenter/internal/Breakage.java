package io.partnercenter.internal;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.transport.StaleConnectionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says of a connection that failed where it failed, and in which words. */
final class Breakage {
  private static final int LONGEST_CHAIN = 20;

  private Breakage() {}

  /** Returns what happened to the connection, without what {@code e} tells the call besides. */
  static IOException unwrap(IOException e) {
    return e instanceof StaleConnectionException stale ? stale.failure() : BrokenOff.unwrap(e);
  }

  static Phase phase(IOException e, boolean answered) {
    if (answered) return Phase.BODY;
    if (e instanceof SSLException) return Phase.TLS;
    return isConnecting(e) ? Phase.CONNECT : Phase.ANSWER;
  }

  /** Whether it would fail again: certificates do not get better within seconds. */
  static boolean isMistrust(IOException e) {
    return e instanceof SSLPeerUnverifiedException
        || (e instanceof SSLException && has(CertificateException.class, e));
  }

  /** Whether it is an interrupt, for which the flag need not have been kept. */
  static boolean isInterrupt(IOException e) {
    return e instanceof ClosedByInterruptException
        || has(InterruptedException.class, e)
        || (e instanceof InterruptedIOException && "interrupted".equals(e.getMessage()));
  }

  /** Whether the attempt ran out of time. */
  static boolean isTimeout(IOException e) {
    return e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted();
  }

  private static boolean has(Class<? extends Exception> type, Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .anyMatch(type::isInstance);
  }

  private static boolean isConnecting(IOException e) {
    return e instanceof ConnectException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || (e instanceof InterruptedIOException
            && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect"));
  }

  /**
   * For the history: {@code timeout}, {@code interrupted}, {@code broken off}, {@code
   * SocketException}, {@code timeout on a reused connection}.
   */
  static String brief(IOException e) {
    String what = kind(unwrap(e));
    return e instanceof StaleConnectionException ? what + " on a reused connection" : what;
  }

  private static String kind(IOException e) {
    if (isTimeout(e)) return "timeout";
    if (e instanceof InterruptedIOException) return "interrupted";
    if (isTooShort(e)) return "broken off";
    return e.getClass().getSimpleName();
  }

  private static boolean isTooShort(IOException e) {
    return e instanceof JsonEOFException || e instanceof EOFException;
  }

  /** For the message. */
  static String words(IOException e, Phase phase, Duration elapsed) {
    String doing =
        switch (phase) {
          case CONNECT -> "while connecting";
          case TLS -> "while agreeing on TLS";
          case BODY -> "while its answer was read";
          default -> "while waiting for the answer";
        };
    String when = doing + ", after " + elapsed.toMillis() + " ms";
    if (Thread.currentThread().isInterrupted()) return "was interrupted " + when;
    if (isTimeout(e)) return "ran out of time " + when;
    String what = phase == Phase.BODY ? ofBody(e) : e.toString();
    if (e instanceof CutOff.Found found) what += ", in " + found.place();
    return "got no whole answer " + when + ": " + Redaction.redact(what);
  }

  private static String ofBody(IOException e) {
    if (e instanceof CutShortBody) return "the body ends too soon: " + e.getMessage();
    if (e instanceof Gunzip.Damaged) return "the body " + e.getMessage();
    return isTooShort(e) ? "the body ends too soon" : e.toString();
  }
}
