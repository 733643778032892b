package io.partnercenter.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.exports.ExportFolder;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DailyUsageRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the guide to testing shows. */
class TestingGuideTest {
  private final Emulator emulator = Emulator.builder().rows(5_000).start();
  private final IPartner partner = partner(emulator);

  @TempDir Path folder;

  private static IPartner partner(Emulator emulator) {
    return IPartner.builder()
        .baseUrl(emulator.baseUrl())
        .graphUrl(emulator.graphUrl())
        .credentials(PartnerCredentials.bearer(emulator::token))
        .retry(RetryOptions.defaults().firstPause(Duration.ZERO))
        .build();
  }

  @AfterEach
  void close() {
    partner.close();
    emulator.close();
  }

  @Test
  void faultsBefallTheNextRequests() {
    emulator.inject(
        Fault.statuses(500, 503), // the next two requests
        Fault.cutBody(1_234).on("/lineitems").after(2), // the third request for line items
        Fault.disconnect().on("/summary").times(2));

    var query = LineItemQuery.oneTimeUsage("EUR", BillingPeriod.CURRENT);
    try (Stream<?> rows = partner.invoices().unbilled().lineItems(query).stream()) {
      assertThat(rows.count()).isEqualTo(5_000);
    }
    assertThat(partner.invoices().summary().get().balanceAmount()).isNotNull();
    assertThat(emulator.metFaults()).hasSize(5);
  }

  @Test
  void requestsCanBeLookedAt() {
    partner.invoices().summary().get();

    assertThat(emulator.requestCount("/v1/invoices/summary")).isEqualTo(1);
    assertThat(emulator.requests().get(0).header("MS-RequestId")).isNotBlank();
  }

  @Test
  void anAppAloneIsRefused() {
    try (IPartner app =
        IPartner.builder()
            .baseUrl(emulator.baseUrl())
            .credentials(PartnerCredentials.bearer(emulator::appOnlyToken))
            .build()) {
      assertThatThrownBy(() -> app.invoices().summaries().get())
          .isInstanceOfSatisfying(
              PartnerServiceException.class,
              refusal -> assertThat(refusal.errorCode()).hasValue("900329"));
    }
  }

  @Test
  void exportsAreMadeAndStored() {
    try (Emulator graph =
            Emulator.builder()
                .exportPolls(0)
                .exportBlobs(8)
                .exportRows(1_000)
                .exports(options -> options.camelCaseKeys(true).sasLife(Duration.ofMinutes(5)))
                .start();
        IPartner partner = partner(graph)) {
      ExportFolder<DailyUsageRecord> stored =
          partner.exports().unbilledUsage(BillingPeriod.CURRENT, "EUR").start().downloadTo(folder);

      assertThat(stored.stream()).hasSize(8_000);
    }
  }

  @Test
  void aTransportCanBeALambda() {
    IPartner canned =
        IPartner.builder()
            .credentials(PartnerCredentials.bearer(() -> "any"))
            .transport(
                request ->
                    new Response.Builder()
                        .request(request)
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create("{\"balanceAmount\": 12.50}", null))
                        .build())
            .build();

    assertThat(canned.invoices().summary().get().balanceAmount()).isEqualByComparingTo("12.50");
  }
}
