package io.partnercenter.emulator.server;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.faults.FaultQueue;
import io.partnercenter.emulator.faults.HandshakeFaultSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;

/** The web server on loopback, with or without TLS and HTTP/2. */
public final class LoopbackServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final MockWebServer server = new MockWebServer();
  private final String scheme;

  /**
   * Starts listening.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public LoopbackServer(EmulatorSettings settings, FaultQueue faults, Dispatcher dispatcher) {
    SSLSocketFactory tls = settings.tls();
    this.scheme = tls == null ? "http" : "https";
    if (tls != null) server.useHttps(new HandshakeFaultSocketFactory(tls, faults));
    server.setServerSocketFactory(new NoDelayServerSocketFactory());
    server.setProtocols(protocols(settings));
    server.setDispatcher(draining(dispatcher));
    start(settings.port());
  }

  private static List<Protocol> protocols(EmulatorSettings settings) {
    if (!settings.http2()) return List.of(Protocol.HTTP_1_1);
    return settings.tls() == null
        ? List.of(Protocol.H2_PRIOR_KNOWLEDGE)
        : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
  }

  /** Removes recorded requests: MockWebServer keeps every request for a test to take. */
  private Dispatcher draining(Dispatcher dispatcher) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        drain();
        return dispatcher.dispatch(request);
      }
    };
  }

  private void drain() {
    try {
      while (server.takeRequest(0, TimeUnit.SECONDS) != null) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(int port) {
    try {
      server.start(InetAddress.getByName(HOST), port);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
  }

  /** Returns the URL without a path, for example {@code http://127.0.0.1:51234}. */
  public String url() {
    return scheme + "://" + HOST + ":" + server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
