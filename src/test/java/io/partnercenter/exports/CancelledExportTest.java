package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.models.ExportStatus;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that the service has given up. */
@DisplayName("C65: an export that was cancelled is not waited for")
class CancelledExportTest {
  private final ExportServer server = new ExportServer().rows(1, 3);

  @AfterEach
  void close() {
    server.close();
  }

  private RunningExport<ReconciliationRecord> started() {
    return server.partner().exports().billedReconciliation("G1").start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "canceled", "Cancelled", "CANCELED", "Canceled"})
  void theWaitingEndsAtOnceWithAFailure(String spelling) {
    server.status = spelling;

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> started().await());

    assertThat(failure.reason()).isEqualTo(Reason.FAILED);
    assertThat(failure.isPermanent()).isFalse();
    assertThat(failure)
        .hasMessageContaining("was cancelled")
        .hasMessageContaining("export once more");
    assertThat(server.time().naps()).isEmpty();
    assertThat(server.requests("/operations/")).hasSize(1);
  }

  @Test
  void itSaysWhatTheServiceSaysOfIt() {
    server.status = "cancelled";
    server.error = ",\"error\":{\"code\":\"4990\",\"message\":\"Superseded\"}";

    PartnerExportException failure =
        catchThrowableOfType(PartnerExportException.class, () -> started().await());

    assertThat(failure).hasMessageContaining("was cancelled with code 4990: Superseded");
    assertThat(failure.errorCode()).contains("4990");
    assertThat(failure.description()).contains("Superseded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "canceled"})
  void theStatusIsFinal(String spelling) {
    server.status = spelling;

    ExportStatus status = started().status().status();

    assertThat(status).isEqualTo(ExportStatus.CANCELLED);
    assertThat(status.isFinal()).isTrue();
    assertThat(status.isKnown()).isTrue();
    assertThat(ExportStatus.SUCCEEDED.isFinal()).isTrue();
    assertThat(ExportStatus.RUNNING.isFinal()).isFalse();
  }

  @Test
  void aStatusThatNobodyKnowsIsNamedWhenTheWaitingEnds() {
    server.status = "pondering\\nfaked: Bearer hunter2";

    assertThatThrownBy(() -> started().await(Duration.ofSeconds(30)))
        .isInstanceOf(PartnerTransportException.class)
        .hasMessageContaining("is not done after")
        .hasMessageContaining("unknown status \"pondering faked: Bearer …\"")
        .hasMessageNotContaining("hunter2");
  }
}
