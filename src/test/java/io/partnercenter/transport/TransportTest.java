package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What a test without a server does: answer with a lambda. */
class TransportTest {
  private final List<Request> requests = new ArrayList<>();

  @Test
  void aLambdaWillDo() {
    try (IPartner partner = partner(200, Answers.SUMMARY)) {
      assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
    }
    assertThat(requests)
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.url())
                    .hasToString("https://api.partnercenter.microsoft.com/v1/invoices/summary"));
  }

  @Test
  void aLambdaWillDoForAWalkThroughPages() {
    Transport transport =
        request -> {
          String token = request.header("MS-ContinuationToken");
          return Answers.of(
              request, 200, token == null ? Answers.page(1, 2, "more") : Answers.page(3, 4, null));
        };
    try (IPartner partner = partner(transport)) {
      assertThat(partner.invoices().byId("G1").lineItems(Answers.ROWS).stream())
          .extracting(OneTimeInvoiceLineItem::skuName)
          .isEqualTo(Answers.skuNames(1, 4));
    }
  }

  @Test
  void aLambdaMayRefuse() {
    try (IPartner partner = partner(404, "{\"code\":\"1000\",\"description\":\"Not found\"}")) {
      assertThatThrownBy(() -> partner.invoices().byId("G1").get())
          .isInstanceOf(PartnerServiceException.class)
          .hasMessageContaining("GET /v1/invoices/G1 was refused with 404 NOT_FOUND: code 1000");
    }
  }

  @Test
  void isToldHowLongAnAttemptMayTake() {
    try (IPartner partner = partner(200, Answers.SUMMARY)) {
      partner.invoices().summary().get();
    }
    AttemptTimeout timeout = Objects.requireNonNull(requests.get(0).tag(AttemptTimeout.class));
    assertThat(timeout.value()).isEqualTo(Duration.ofMinutes(3));
  }

  private IPartner partner(int status, String json) {
    return partner(
        request -> {
          requests.add(request);
          return Answers.of(request, status, json);
        });
  }

  private static IPartner partner(Transport transport) {
    return IPartner.builder()
        .credentials(PartnerCredentials.bearer(() -> "hunter2"))
        .transport(transport)
        .build();
  }
}
