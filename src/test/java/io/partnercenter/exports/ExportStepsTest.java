package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.ExportStatus;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.ExportServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the request to the manifest. */
class ExportStepsTest {
  private final ExportServer server = new ExportServer().rows(1, 3);
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  private RunningExport<ReconciliationRecord> started() {
    return partner.exports().billedReconciliation("G000024135").start();
  }

  @Test
  void eachExportHasItsPathAndSaysWhatItIsOf() {
    ExportCollectionOperations exports = partner.exports();

    exports.billedReconciliation("G1").start();
    exports.unbilledReconciliation(BillingPeriod.PREVIOUS, "eur").start();
    exports.billedUsage("G1").attributes(AttributeSet.BASIC).start();
    exports.unbilledUsage(BillingPeriod.CURRENT, "USD").start();

    assertThat(server.requests())
        .extracting(request -> request.getMethod() + " " + request.getTarget())
        .containsExactly(
            "POST /graph/v1.0/reports/partners/billing/reconciliation/billed/export",
            "POST /graph/v1.0/reports/partners/billing/reconciliation/unbilled/export",
            "POST /graph/v1.0/reports/partners/billing/usage/billed/export",
            "POST /graph/v1.0/reports/partners/billing/usage/unbilled/export");
    assertThat(server.requests())
        .extracting(ExportStepsTest::body)
        .containsExactly(
            "{\"attributeSet\":\"full\",\"invoiceId\":\"G1\"}",
            "{\"attributeSet\":\"full\",\"billingPeriod\":\"last\",\"currencyCode\":\"EUR\"}",
            "{\"attributeSet\":\"basic\",\"invoiceId\":\"G1\"}",
            "{\"attributeSet\":\"full\",\"billingPeriod\":\"current\",\"currencyCode\":\"USD\"}");
  }

  @Test
  void graphIsToldWhatGraphKnows() {
    started();

    RecordedRequest request = server.requests().get(0);
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("client-request-id")).isNotNull();
    assertThat(request.getHeaders().names())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("ms-"));
  }

  @Test
  @DisplayName("C37: asks as often as the service wishes, and again until it is done")
  void asksWhenTheServiceWantsToBeAsked() {
    server.polls.set(3);

    ExportManifest manifest = started().await();

    assertThat(manifest.blobs()).hasSize(1);
    assertThat(server.requests("/operations/")).hasSize(4);
    assertThat(server.time().naps()).containsOnly(Duration.ofSeconds(7)).hasSize(3);
  }

  @Test
  void asksEveryTenSecondsIfTheServiceDoesNotSay() {
    server.polls.set(1);
    server.retryAfter = null;

    started().await();

    assertThat(server.time().naps()).containsExactly(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Sat, 01 Jan 2000 00:00:00 GMT"})
  void neverAsksWithoutAPause(String retryAfter) {
    server.polls.set(1);
    server.retryAfter = retryAfter;

    started().await();

    assertThat(server.time().naps()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  @DisplayName("C37: a service that wants to be left alone for long is not asked any sooner")
  void aLongPauseIsKept() {
    server.polls.set(1);
    server.retryAfter = "900";

    started().await();

    assertThat(server.time().naps()).containsExactly(Duration.ofMinutes(15));
  }

  @Test
  void patienceEndsWithAFailureThatCanBePickedUp() {
    server.polls.set(Integer.MAX_VALUE);
    RunningExport<?> running = started();

    PartnerTransportException failure =
        catchThrowableOfType(
            PartnerTransportException.class, () -> running.await(Duration.ofMinutes(1)));

    assertThat(failure)
        .hasMessageContaining("not done after 56 s")
        .hasMessageContaining("for 7 s more, where patience is 60 s");
    assertThat(server.time().naps()).hasSize(8);
    server.polls.set(0);
    assertThat(running.await().blobs()).hasSize(1);
  }

  @Test
  void noQuestionOutlastsThePatience() {
    RunningExport<?> running = started();
    server.instead =
        request -> new MockResponse.Builder().code(503).setHeader("Retry-After", "50").build();
    Instant before = server.time().now();

    assertThatThrownBy(() -> running.await(Duration.ofSeconds(60)))
        .isInstanceOf(PartnerServiceException.class);

    assertThat(Duration.between(before, server.time().now())).isLessThan(Duration.ofSeconds(61));
  }

  @Test
  @DisplayName("C37: another process picks the export up, and no second one is asked for")
  void anotherProcessPicksItUp() {
    String stored = started().handle().value();

    try (Stream<ReconciliationRecord> rows =
        server
            .partner()
            .exports()
            .billedReconciliation("G000024135")
            .pickUp(new ExportHandle(stored))
            .stream()) {
      assertThat(rows.map(ReconciliationRecord::skuName))
          .containsExactlyElementsOf(ExportServer.skuNames(1, 3));
    }

    assertThat(server.requests("/export")).hasSize(1);
  }

  @Test
  void aHandleOfAnotherExportOrADamagedOneIsRefused() {
    ExportHandle handle = started().handle();
    ExportHandle damaged = new ExportHandle(handle.value().replace('A', 'B'));
    ExportCollectionOperations exports = partner.exports();

    assertThatThrownBy(() -> exports.billedReconciliation("G2").pickUp(handle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("G000024135");
    assertThatThrownBy(() -> exports.billedUsage("G000024135").pickUp(handle))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> exports.billedReconciliation("G000024135").pickUp(damaged))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeeded", "Succeeded", "completed", "COMPLETED"})
  void doneIsDoneInAnySpelling(String spelling) {
    server.status = spelling;

    assertThat(started().status().status()).isEqualTo(ExportStatus.SUCCEEDED);
    assertThat(started().await().blobs()).hasSize(1);
  }

  @Test
  void statusSaysWhatTheServiceSays() {
    server.polls.set(1);

    ExportOperation operation = started().status();

    assertThat(operation.status()).isEqualTo(ExportStatus.RUNNING);
    assertThat(operation.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(operation.createdDateTime()).isEqualTo("2026-01-05T08:00:00Z");
  }

  @Test
  void aTimeThatCannotBeReadFailsNoExport() {
    String times = "\"createdDateTime\":\"yesterday\",\"lastActionDateTime\":\"2026-01-05 8h\",";
    server.location = manifest -> times + "\"resourceLocation\":" + manifest;

    ExportOperation operation = started().status();

    assertThat(operation.createdDateTime()).isNull();
    assertThat(operation.lastActionDateTime()).isNull();
    assertThat(started().await().blobs()).hasSize(1);
  }

  @Test
  @DisplayName("C35: a legacy invoice is never exported, whatever the service says")
  void aLegacyInvoiceFailsForGoodAndPointsToItsLines() {
    server.status = "failed";
    server.error =
        ",\"error\":{\"code\":\"5000\",\"message\":\"No reconciliation data available currently for"
            + " Invoice D0300AB123. Please try again later.\"}";

    PartnerExportException failure =
        catchThrowableOfType(
            PartnerExportException.class,
            () -> partner.exports().billedReconciliation("D0300AB123").start().await());

    assertThat(failure.reason()).isEqualTo(Reason.LEGACY_INVOICE);
    assertThat(failure.isPermanent()).isTrue();
    assertThat(failure).hasMessageContaining("lineItems");
  }

  @Test
  void noDataYetIsNoDataYet() {
    server.status = "failed";
    server.error = ",\"error\":{\"code\":\"5000\",\"message\":\"No data available\"}";

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> started().await());

    assertThat(failure.reason()).isEqualTo(Reason.NO_DATA);
    assertThat(failure.isPermanent()).isFalse();
    assertThat(failure.errorCode()).contains("5000");
    assertThat(failure.description()).contains("No data available");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void anOperationThatIsForgottenHasExpired(int status) {
    RunningExport<?> running = started();
    server.instead = request -> new MockResponse.Builder().code(status).build();

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, running::status);

    assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(failure).hasCauseInstanceOf(PartnerServiceException.class);
  }

  @Test
  void anUnknownStatusIsWaitedFor() {
    server.status = "pondering";
    RunningExport<?> running = started();

    assertThatThrownBy(() -> running.await(Duration.ofSeconds(30)))
        .isInstanceOf(PartnerTransportException.class);
    assertThat(server.requests("/operations/")).hasSizeGreaterThan(2);
  }

  @Test
  @DisplayName("C51: an interrupt ends the waiting at once, and the flag is kept")
  void anInterruptEndsTheWaiting() throws Exception {
    server.polls.set(Integer.MAX_VALUE);
    RunningExport<?> running = started();

    Background<ExportManifest> waiting =
        Background.start(
            () -> {
              Thread.currentThread().interrupt();
              return running.await();
            });

    assertThat(waiting.failure(PartnerTransportException.class)).isNotNull();
    assertThat(waiting.keptInterrupt()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = PartnerCloud.class, names = "GLOBAL", mode = EnumSource.Mode.EXCLUDE)
  void aCloudWithoutExportsSaysSoBeforeAnyRequest(PartnerCloud cloud) {
    try (IPartner other =
        IPartner.builder()
            .cloud(cloud)
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .build()) {
      assertThatThrownBy(other::exports)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining(cloud.name())
          .hasMessageContaining("lineItems");
    }
  }

  @Test
  void aPartnerWithABaseUrlAloneAsksNoOtherHost() {
    try (IPartner other =
        IPartner.builder()
            .baseUrl(server.graphUrl())
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .build()) {
      assertThatThrownBy(other::exports).hasMessageContaining("graphUrl");
    }
  }

  @Test
  void badInputIsRefusedBeforeAnyRequest() {
    ExportCollectionOperations exports = partner.exports();

    for (String id : List.of("", " ", "..", "a\nb")) {
      assertThatThrownBy(() -> exports.billedUsage(id))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> exports.unbilledUsage(BillingPeriod.CURRENT, "euro"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isEmpty();
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }
}
