package io.partnercenter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.FaultPlan;
import io.partnercenter.emulator.Wire;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.TrackedTransport;
import io.partnercenter.transport.OkHttpTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** An emulator that a plan befalls, and a partner of its own, who knows nothing of it. */
final class Trial implements AutoCloseable {
  private static final OkHttpClient CLIENT =
      Certificates.trusted(
              new OkHttpClient.Builder()
                  .connectTimeout(Duration.ofSeconds(5))
                  .readTimeout(Duration.ofMillis(150)))
          .build();
  private static final Duration LONGEST_ATTEMPT = Duration.ofMillis(500);
  private static final Duration LONGEST_END = Duration.ofSeconds(20);

  /** The server's side of what goes wrong on purpose. Kept, or they would forget that again. */
  private static final List<Logger> SILENT =
      List.of(
          Logger.getLogger("mockwebserver3.MockWebServer"),
          Logger.getLogger("okhttp3.OkHttpClient"));

  static {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final FakeTime time = new FakeTime();
  private final Emulator emulator;
  private final OkHttpClient client;
  private final TrackedTransport transport;
  private final ExecutorService executor = Executors.newCachedThreadPool(Trial::daemon);
  private final IPartner partner;

  Trial(FaultPlan plan, EmulatorBuilder options) {
    Wire wire = plan.wire();
    options.clock(time::now).http2(wire.isHttp2());
    if (wire.isTls()) options.tls(Certificates.SERVER.sslSocketFactory());
    this.emulator = options.start();
    this.client =
        CLIENT
            .newBuilder()
            .protocols(protocols(wire))
            .socketFactory(emulator.sockets())
            .connectionPool(
                new ConnectionPool(plan.keepsConnections() ? 5 : 0, 1, TimeUnit.MINUTES))
            .build();
    this.transport = new TrackedTransport(new OkHttpTransport(client));
    this.partner =
        TimedPartners.builder(time.timing())
            .baseUrl(emulator.baseUrl())
            .graphUrl(emulator.graphUrl())
            .credentials(PartnerCredentials.bearer(emulator::token))
            .transport(transport)
            .executor(executor)
            .timeout(LONGEST_ATTEMPT)
            .build();
    emulator.inject(plan.faults());
  }

  private static List<Protocol> protocols(Wire wire) {
    if (!wire.isHttp2()) return List.of(Protocol.HTTP_1_1);
    return wire.isTls()
        ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
        : List.of(Protocol.H2_PRIOR_KNOWLEDGE);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    return thread;
  }

  IPartner partner() {
    return partner;
  }

  Emulator emulator() {
    return emulator;
  }

  /** To be called when all has ended. Interrupts nobody: what is under way has to end by itself. */
  void leavesNothing() throws InterruptedException {
    executor.shutdown();
    assertThat(executor.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS))
        .as("threads have ended")
        .isTrue();
    assertThat(transport.open()).as("answers left open").isZero();
    int idle = client.connectionPool().idleConnectionCount(); // First, for it may close them now.
    assertThat(client.connectionPool().connectionCount())
        .as("connections, and those of them that are free")
        .isLessThanOrEqualTo(idle);
  }

  @Override
  public void close() {
    partner.close();
    executor.shutdownNow();
    client.connectionPool().evictAll();
    emulator.close();
  }
}
