package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.ExportServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A new signature that takes its time keeps nobody but those who need it. */
@Timeout(120)
class RenewalTest {
  private static final int ROWS = 20;
  private static final CallFacts CALL =
      new CallFacts("test", "GET", "/", "", "", List.of(), null, null, null);

  private final ExportServer server = new ExportServer();
  private final CountDownLatch renewing = new CountDownLatch(1);
  private final CountDownLatch renewed = new CountDownLatch(1);

  @AfterEach
  void close() {
    renewed.countDown();
    server.close();
  }

  @Test
  void rowsThatAreThereAreHandedOutMeanwhile() throws Exception {
    oneFileIsRefusedAndOneIsNot();

    try (Stream<ReconciliationRecord> rows = rows()) {
      Background<List<String>> names =
          Background.start(() -> rows.limit(ROWS).map(ReconciliationRecord::skuName).toList());

      assertThat(names.result()).containsExactlyElementsOf(ExportServer.skuNames(1, ROWS));
      assertThat(renewed.getCount()).isOne();
    }
  }

  @Test
  void anInterruptEndsTheReadingAtOnce() throws Exception {
    oneFileIsRefusedAndOneIsNot();
    CountDownLatch seen = new CountDownLatch(ROWS);
    Background<Boolean> consumer =
        Background.start(
            () -> {
              try (Stream<ReconciliationRecord> rows = rows()) {
                rows.forEach(row -> seen.countDown());
                return true;
              }
            });
    Background.await(seen);

    consumer.interrupt();

    assertThat(consumer.failure(PartnerTransportException.class))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(consumer.keptInterrupt()).isTrue();
    assertThat(renewed.getCount()).isOne();
  }

  @Test
  void closingEndsThoseWhoWaitForAnothersRenewal() throws Exception {
    server.rows(1, ROWS).file("refused", new byte[0]).file("large", large());
    server.instead =
        request -> {
          boolean first = String.valueOf(request.getHeaders().get("Range")).startsWith("bytes=0-");
          if (request.getTarget().contains("/refused")) return refusedDuringTheRenewal();
          return request.getTarget().contains("/large") && !first ? refused() : renewal(request);
        };
    Stream<ReconciliationRecord> rows = rows();
    assertThat(rows.iterator().next()).isNotNull();
    Background.awaitInside(BlobAccess.class, "renew", 2);

    Background<Boolean> closing =
        Background.start(
            () -> {
              rows.close();
              return true;
            });

    assertThat(closing.result()).isTrue();
    assertThat(renewed.getCount()).isOne();
  }

  @Test
  void whoWaitsForAnothersRenewalCanBeInterrupted() throws Exception {
    SignedManifest files = files();
    BlobAccess access = new BlobAccess(files, this::slowly);
    Background<Boolean> first = Background.start(() -> access.renew(files, CALL));
    Background.await(renewing);
    Background<Boolean> second = Background.start(() -> access.renew(files, CALL));
    Background.awaitInside(BlobAccess.class, "renew", 2);

    second.interrupt();

    assertThat(second.failure(PartnerTransportException.class).call()).isEqualTo(CALL);
    assertThat(second.keptInterrupt()).isTrue();
    renewed.countDown();
    assertThat(first.result()).isTrue();
  }

  private void oneFileIsRefusedAndOneIsNot() {
    server.rows(1, ROWS).file("refused", new byte[0]);
    server.instead =
        request -> {
          if (request.getTarget().contains("/refused")) return refused();
          if (request.getTarget().contains("/part-0")) await(renewing);
          return renewal(request);
        };
  }

  private Stream<ReconciliationRecord> rows() {
    return server
        .partner()
        .exports()
        .billedReconciliation("G1")
        .with(ExportOptions.defaults().parallelBlobs(3))
        .stream();
  }

  private @Nullable MockResponse renewal(RecordedRequest request) {
    if (!request.getTarget().contains("/manifests/")) return null;
    renewing.countDown();
    await(renewed);
    return null;
  }

  private SignedManifest slowly(SignedManifest before) {
    renewing.countDown();
    await(renewed);
    return before;
  }

  private MockResponse refusedDuringTheRenewal() {
    await(renewing);
    return refused();
  }

  private static MockResponse refused() {
    return new MockResponse.Builder().code(403).build();
  }

  private static void await(CountDownLatch latch) {
    try {
      Background.await(latch);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedManifest files() throws Exception {
    byte[] json = "{\"blobs\":[],\"sasToken\":\"sig=1\"}".getBytes(StandardCharsets.UTF_8);
    return SignedManifest.of(OperationAnswer.tree(json), true);
  }

  /** Two portions of rows that hardly compress. */
  private static byte[] large() {
    Random dice = new Random(1);
    StringBuilder lines = new StringBuilder();
    byte[] bytes = new byte[750];
    for (int row = 0; row < 2_500; row++) {
      dice.nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      lines.append("{\"skuName\":\"large\",\"productName\":\"").append(text).append("\"}\n");
    }
    return ExportServer.gzip(lines.toString());
  }
}
