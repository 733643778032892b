package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that a manifest names and storage does not have any more. */
@DisplayName("C65: a file that is gone makes the manifest be asked for again")
class GoneFilesTest {
  private final ExportServer server = new ExportServer().rows(1, 3).rows(4, 6);
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  private enum Refusal {
    BLOB(404, "BlobNotFound"),
    CONTAINER(404, "ContainerNotFound"),
    RESOURCE(404, "ResourceNotFound"),
    ACCOUNT(404, "AccountNotFound"),
    BEING_DELETED(404, "ContainerBeingDeleted"),
    UNNAMED(404, null),
    GONE(410, null),
    GONE_TOO(410, "Gone");

    private final int status;
    private final @Nullable String code;

    Refusal(int status, @Nullable String code) {
      this.status = status;
      this.code = code;
    }

    private MockResponse response() {
      MockResponse.Builder response = new MockResponse.Builder().code(status);
      if (code == null) return response.build();
      return response
          .addHeader("x-ms-error-code", code)
          .body("<Error><Code>" + code + "</Code><Message>gone</Message></Error>")
          .build();
    }
  }

  /** Answers so each request for the second file whose number, from 1 on, {@code which} wants. */
  private void refuses(Refusal refusal, IntPredicate which, Runnable meanwhile) {
    AtomicInteger asked = new AtomicInteger();
    server.instead =
        request -> {
          if (!request.getTarget().contains("part-1")) return null;
          if (!which.test(asked.incrementAndGet())) return null;
          meanwhile.run();
          return refusal.response();
        };
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void aFileThatTheNextManifestOpensIsRead(Refusal refusal) {
    refuses(refusal, number -> number == 1, () -> {});

    assertThat(ExportServer.read(partner, 1))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 6));
    // The second time is the look at the end whether the data is still the same.
    assertThat(server.requests("/manifests/")).hasSize(2);
  }

  @Test
  void aFileThatWasMovedIsReadWhereItIs() {
    refuses(
        Refusal.BLOB,
        number -> number == 1,
        () -> {
          server.signatureElsewhere = server::signature;
          server.elsewhere = server.storage().replace("/data", "/moved");
        });

    assertThat(ExportServer.read(partner, 1)).hasSize(6);
    assertThat(server.requests("/storage/moved/part-1")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void aFileThatIsGoneBecauseTheDataHasChangedSaysSo(Refusal refusal) {
    refuses(refusal, number -> true, () -> server.eTag = "data-2");

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> ExportServer.read(partner, 1));

    assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
    assertThat(server.requests("part-1")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void aFileThatIsStillNamedAndGoneHasExpired(Refusal refusal) {
    refuses(refusal, number -> true, () -> {});

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> ExportServer.read(partner, 1));

    assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(failure.isPermanent()).isFalse();
    assertThat(failure)
        .hasMessageContaining("GET /storage/data/part-1.json.gz is gone")
        .hasMessageContaining("export once more")
        .hasCauseInstanceOf(PartnerServiceException.class);
    assertThat(failure.errorCode().orElse(null)).isEqualTo(refusal.code);
    assertThat(server.requests("part-1")).hasSize(2);
    assertThat(server.requests("/manifests/")).hasSize(1);
  }

  @Test
  void aFileThatIsGoneWithItsOperationHasExpired() {
    refuses(Refusal.BLOB, number -> true, this::forgetAll);

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> ExportServer.read(partner, 1));

    assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
  }

  private void forgetAll() {
    server.instead =
        request ->
            request.getTarget().startsWith("/graph")
                ? new MockResponse.Builder().code(404).build()
                : null;
  }

  @Test
  void aFileThatIsGoneInTheMiddleIsReadToItsEndWhenItIsBack() {
    server.rows(7, 50);
    server.cut(List.of(20));
    AtomicInteger asked = new AtomicInteger();
    server.instead =
        request ->
            request.getTarget().contains("part-2") && asked.incrementAndGet() == 2
                ? Refusal.BLOB.response()
                : null;

    assertThat(ExportServer.read(partner, 1)).hasSize(50);
  }

  @Test
  void manyFilesThatAreGoneAtOnceAskForTheManifestAFewTimesOnly() {
    for (int file = 2; file < 12; file++) server.rows(file * 10, file * 10 + 9);
    server.instead =
        request -> request.getTarget().startsWith("/storage") ? Refusal.CONTAINER.response() : null;

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> ExportServer.read(partner, 8));

    assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(server.requests("/manifests/")).hasSizeBetween(1, 3);
  }

  @Test
  void aFolderIsFilledToo(@TempDir Path folder) {
    refuses(Refusal.BLOB, number -> number == 1, () -> {});

    ExportFolder<ReconciliationRecord> stored =
        partner.exports().billedReconciliation("G1").start().downloadTo(folder);

    try (Stream<ReconciliationRecord> rows = stored.stream()) {
      assertThat(rows).hasSize(6);
    }
  }

  @Test
  void aSingleFileThatIsGoneHasExpired() {
    List<ExportBlob<ReconciliationRecord>> blobs =
        partner.exports().billedReconciliation("G1").start().blobs();
    refuses(Refusal.BLOB, number -> true, () -> {});

    assertThatThrownBy(() -> blobs.get(1).stream().forEach(row -> {}))
        .isInstanceOfSatisfying(
            PartnerExportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    assertThat(server.requests("part-1")).hasSize(1);
  }
}
