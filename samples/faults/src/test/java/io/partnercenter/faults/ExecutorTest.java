package io.partnercenter.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.exports.ExportOperations;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work on an executor of the application: its trace, and what a full or closed one means. */
class ExecutorTest {
  private static final Emulator EMULATOR =
      Emulator.builder().rows(9).exportPolls(0).exportBlobs(5).start();

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private static final Transport LOOPBACK = new OkHttpTransport(new OkHttpClient());

  @TempDir Path folder;

  private final Tracer tracer = TELEMETRY.getOpenTelemetry().getTracer("test");
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private int folders;

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  /** What is done on the executor. */
  enum Work {
    PAGES,
    ASYNC,
    FILES,
    FOLDER
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C70: with Context.taskWrapping all requests of a job are one trace")
  void oneTrace(Work work) {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      for (Executor executor : List.of(pool, elsewhere())) {
        List<SpanData> spans = spans(work, Context.taskWrapping(executor));

        assertThat(spans).extracting(SpanData::getTraceId).containsOnly(spans.get(0).getTraceId());
      }
      assertThat(threads).as("of others").isNotEmpty().isNotEqualTo(Set.of(Thread.currentThread()));
    } finally {
      pool.shutdownNow();
    }
  }

  /** Why the executor has to be wrapped. */
  @ParameterizedTest
  @EnumSource
  @DisplayName("C70: without, each request on the executor is a trace of its own")
  void severalTraces(Work work) {
    List<SpanData> spans = spans(work, elsewhere());

    assertThat(spans.stream().map(SpanData::getTraceId).distinct()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASYNC")
  @DisplayName("C70: an executor whose only thread is busy blocks no walk and no download")
  void aBusyExecutorBlocksNothing(Work work) {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch done = new CountDownLatch(1);
    try {
      pool.submit(
          () -> {
            done.await();
            return null;
          });

      spans(work, pool);

      assertThat(threads).containsExactly(Thread.currentThread());
    } finally {
      done.countDown();
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASYNC")
  @DisplayName("C70: an executor that takes no work blocks no walk and no download")
  void anExecutorThatTakesNoWorkBlocksNothing(Work work) {
    spans(work, ExecutorTest::refuse);

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  @DisplayName("C70: a getAsync that the executor does not take fails with what it says")
  void aRefusedCallFails() {
    assertThatThrownBy(() -> spans(Work.ASYNC, ExecutorTest::refuse))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(RejectedExecutionException.class);
  }

  private static void refuse(Runnable task) {
    throw new RejectedExecutionException("full");
  }

  private List<SpanData> spans(Work work, Executor executor) {
    TELEMETRY.clearSpans();
    threads.clear();
    Span job = tracer.spanBuilder("job").startSpan();
    try (IPartner partner = partner(executor)) {
      Context.current().with(job).wrap(() -> run(work, partner)).run();
    } finally {
      job.end();
    }
    return TELEMETRY.getSpans();
  }

  private void run(Work work, IPartner partner) {
    ExportOperations<?> export = partner.exports().unbilledUsage(BillingPeriod.CURRENT, "EUR");
    switch (work) {
      case PAGES -> {
        var query = LineItemQuery.oneTimeUsage("EUR", BillingPeriod.CURRENT).size(2);
        try (Stream<?> rows = partner.invoices().unbilled().lineItems(query).stream()) {
          assertThat(rows).hasSize(9);
        }
      }
      case ASYNC -> partner.invoices().summary().getAsync().join();
      case FILES -> {
        try (Stream<?> rows = export.stream()) {
          assertThat(rows).isNotEmpty();
        }
      }
      case FOLDER -> export.start().downloadTo(folder.resolve("files-" + folders++));
    }
  }

  private IPartner partner(Executor executor) {
    return IPartner.builder()
        .baseUrl(EMULATOR.baseUrl())
        .graphUrl(EMULATOR.graphUrl())
        .credentials(PartnerCredentials.bearer(EMULATOR::token))
        .transport(this::traced)
        .executor(executor)
        .build();
  }

  /** A span for each request, as instrumentations of OkHttp make them. */
  private Response traced(Request request) throws IOException {
    threads.add(Thread.currentThread());
    Span span = tracer.spanBuilder(request.method()).startSpan();
    try {
      return LOOPBACK.send(request);
    } finally {
      span.end();
    }
  }

  /** Lets another thread do everything, so that nothing depends on which thread is first. */
  private static Executor elsewhere() {
    return task -> {
      Thread thread = new Thread(task);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts a test", e);
      }
    };
  }
}
