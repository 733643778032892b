package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerListener;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.Attempt;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Relay;
import io.partnercenter.testing.Relay.End;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports of eight files that are read at once, whose connections come to an end meanwhile. */
class StaleStorageConnectionTest {
  private static final int FILES = 8;
  private static final int ROWS = 360;
  private static final String PADDING = "x".repeat(10_000);

  private final ExportServer server = new ExportServer();
  private final Relay relay = new Relay(URI.create(server.storage()).getPort());
  private final ConnectionPool pool = new ConnectionPool();
  private final OkHttpClient.Builder client = new OkHttpClient.Builder().connectionPool(pool);
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger tasks = new AtomicInteger();

  StaleStorageConnectionTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    threads.shutdown();
    pool.evictAll();
    relay.close();
    server.close();
  }

  static Stream<Arguments> cases() {
    return Stream.of(ClientKind.values())
        .flatMap(kind -> Stream.of(End.values()).map(end -> Arguments.of(kind, end)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("C56: an export of eight files at once goes on after a pause, without a retry")
  void anExportGoesOnAfterAPause(ClientKind kind, End end) throws Exception {
    List<String> names = new ArrayList<>();
    try (IPartner partner = partner(kind, end);
        Stream<ReconciliationRecord> rows =
            partner
                .exports()
                .billedReconciliation("G1")
                .with(ExportOptions.defaults().parallelBlobs(FILES))
                .stream()) {
      Iterator<ReconciliationRecord> iterator = rows.iterator();
      names.add(iterator.next().skuName());
      Background.until(() -> tasks.get() == 0); // All that is read ahead is there.
      relay.end(end);
      iterator.forEachRemaining(row -> names.add(row.skuName()));
    }

    assertThat(names.stream().map(Integer::valueOf).sorted())
        .containsExactlyElementsOf(IntStream.range(0, FILES * ROWS).boxed().toList());
    assertThat(server.time().naps()).isEmpty();
    assertThat(attempts)
        .filteredOn(attempt -> attempt.status() == null)
        .hasSizeLessThanOrEqualTo(FILES)
        .allSatisfy(attempt -> assertThat(attempt.failure()).endsWith("a reused connection"));
  }

  private IPartner partner(ClientKind kind, End end) {
    kind.serve(server.mock());
    for (int file = 0; file < FILES; file++) {
      server.file("part-" + file + ".json", lines(file * ROWS));
    }
    server.elsewhere = relay.through(URI.create(server.storage())).toString();
    PartnerBuilder builder =
        server
            .builder()
            .retry(RetryOptions.none())
            .listener(new StorageListener())
            .executor(this::execute);
    if (end == End.SILENT) builder.timeout(Duration.ofSeconds(8)); // All else is done by then.
    return kind.partner(builder, kind.client(client));
  }

  private void execute(Runnable task) {
    tasks.incrementAndGet();
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            tasks.decrementAndGet();
          }
        });
  }

  /** More than three parts of a file. */
  private static byte[] lines(int first) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    for (int row = first; row < first + ROWS; row++) {
      lines.add("{\"InvoiceNumber\":\"" + PADDING + "\",\"SkuName\":\"" + row + "\"}");
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private final class StorageListener implements PartnerListener {
    @Override
    public void onAttempt(AttemptEvent event) {
      if (!event.call().operation().equals("exports.blob")) return;
      attempts.add(event.attempt());
    }
  }
}
