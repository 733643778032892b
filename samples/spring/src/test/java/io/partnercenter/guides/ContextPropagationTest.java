package io.partnercenter.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerListener;
import io.partnercenter.RequestOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs what the guide to observability shows about traces that go along to other threads. */
final class ContextPropagationTest {
  private static final ContextKey<String> JOB = ContextKey.named("job");
  private static final ThreadLocal<String> MEMORY = new ThreadLocal<>();

  private final Emulator emulator = Emulator.builder().rows(5).start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void openTelemetryGoesAlong() {
    ExecutorService threads = Executors.newCachedThreadPool();
    PartnerBuilder builder = IPartner.builder().executor(Context.taskWrapping(threads));

    IPartner partner = build(builder);

    Context job = Context.current().with(JOB, "nightly");
    try {
      Supplier<String> seen =
          job.wrapSupplier(() -> seenOnAnotherThread(partner, () -> Context.current().get(JOB)));
      assertThat(seen.get()).isEqualTo("nightly");
    } finally {
      partner.close();
      threads.shutdownNow();
    }
  }

  @Test
  void micrometersContextGoesAlong() {
    ContextRegistry.getInstance().registerThreadLocalAccessor("memory", MEMORY);
    ExecutorService threads = Executors.newCachedThreadPool();
    ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
    Executor carrying = task -> threads.execute(snapshots.captureAll().wrap(task));
    PartnerBuilder builder = IPartner.builder().executor(carrying);

    IPartner partner = build(builder);

    MEMORY.set("nightly");
    try {
      assertThat(seenOnAnotherThread(partner, MEMORY::get)).isEqualTo("nightly");
    } finally {
      MEMORY.remove();
      partner.close();
      threads.shutdownNow();
    }
  }

  private IPartner build(PartnerBuilder builder) {
    return builder
        .baseUrl(emulator.baseUrl())
        .credentials(PartnerCredentials.bearer(emulator::token))
        .build();
  }

  /** What {@code context} is on the thread that makes a call of {@code partner}. */
  private static String seenOnAnotherThread(IPartner partner, Supplier<String> context) {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Thread caller = Thread.currentThread();
    PartnerListener listener =
        new PartnerListener() {
          @Override
          public void onCall(CallEvent event) {
            assertThat(Thread.currentThread()).isNotEqualTo(caller);
            seen.complete(context.get());
          }
        };
    partner
        .with(RequestOptions.defaults().listener(listener))
        .invoices()
        .summary()
        .getAsync()
        .join();
    return seen.join();
  }
}
