package io.partnercenter.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;

/**
 * A Partner Center that listens on loopback. Thread-safe.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.builder().seed(7).rows(5_000).start()) {
 *   emulator.inject(Fault.statuses(500, 500));
 *   … call emulator.baseUrl() with "Bearer " + emulator.token() …
 *   assertThat(emulator.requestCount()).isEqualTo(3);
 * }
 * }</pre>
 */
public final class Emulator implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Tenant tenant;
  private final Tokens tokens;
  private final ArmedFaults faults = new ArmedFaults();
  private final RequestLog log = new RequestLog();
  private final MockWebServer server = new MockWebServer();

  Emulator(EmulatorBuilder options) {
    this.tenant = options.tenant();
    this.tokens = new Tokens(options.seed());
    Routes routes =
        new Routes(
            tenant, new RenderedLines(options.cacheBytes()), new Statements(tenant, options));
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(
        new FrontDoor(log, faults, tokens, routes, options.thinkingTime(), this::forget));
    start(options.port());
  }

  /** Everything has a default, so {@code builder().start()} is enough. */
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
  }

  /** For example {@code http://127.0.0.1:51234}, without the version that paths begin with. */
  public URI baseUrl() {
    return URI.create("http://" + LOOPBACK + ":" + server.getPort());
  }

  /** A bearer token that is valid now; another one once that has expired. */
  public String token() {
    return tokens.current();
  }

  /** Rejects all tokens that were handed out before. */
  public void expireTokens() {
    tokens.expire();
  }

  /** Lets faults befall the requests to come, in this order and after those injected before. */
  public void inject(Fault... faultsToCome) {
    for (Fault fault : faultsToCome) {
      if (fault.scoped().fault() instanceof Fault.TokenLife life) {
        tokens.live(life.requests());
      } else {
        faults.arm(fault.scoped());
      }
    }
  }

  /** Forgets the faults that have not befallen a request yet. */
  public void clearFaults() {
    faults.clear();
    tokens.live(Tokens.FOREVER);
  }

  /** All requests so far, refused ones and those that met a fault included. */
  public int requestCount() {
    return log.count();
  }

  /** The requests with exactly this path, whatever their query. */
  public int requestCount(String path) {
    return log.count(path);
  }

  /** The last 10,000 requests, the oldest first. */
  public List<EmulatorRequest> requests() {
    return log.requests();
  }

  /** What is served, and what it adds up to. */
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public void close() {
    server.close();
  }

  private void start(int port) {
    try {
      server.start(InetAddress.getByName(LOOPBACK), port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }

  /** The server keeps every request for a test to take; nobody takes them here. */
  private void forget() {
    try {
      while (server.takeRequest(0, TimeUnit.SECONDS) != null) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
