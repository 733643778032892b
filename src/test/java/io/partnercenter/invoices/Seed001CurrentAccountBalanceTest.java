package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerCloud;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.InvoiceSummaryDetail;
import io.partnercenter.models.InvoiceType;
import io.partnercenter.testing.Fixtures;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows the public document "Get the partner's current account balance" line by line. */
class Seed001CurrentAccountBalanceTest extends DocumentedOperation {
  @Override
  String operation() {
    return "invoices.summary.get";
  }

  @Override
  String path() {
    return "/v1/invoices/summary";
  }

  @Override
  String goodAnswer() {
    return Fixtures.text("wire/current-account-balance");
  }

  @Override
  InvoiceSummary call(IPartner partner) {
    return partner.invoices().summary().get();
  }

  @Override
  CompletableFuture<InvoiceSummary> callAsync(IPartner partner) {
    return partner.invoices().summary().getAsync();
  }

  private InvoiceSummary balance() {
    server.answersJson(200, goodAnswer());
    return call(partner);
  }

  @Nested
  class AppliesTo {
    @ParameterizedTest
    @CsvSource({
      "GLOBAL, https://api.partnercenter.microsoft.com",
      "CHINA, https://partner.partnercenterapi.microsoftonline.cn",
      "US_GOVERNMENT, https://api.partnercenter.microsoft.com",
    })
    void everyCloudAtItsOwnAddressWithATokenForIt(PartnerCloud cloud, String address) {
      List<String> urls = new ArrayList<>();
      List<String> audiences = new CopyOnWriteArrayList<>();
      IPartner elsewhere =
          server.partner(
              IPartner.builder()
                  .cloud(cloud)
                  .retry(RetryOptions.none())
                  .credentials(
                      request -> {
                        audiences.add(request.resource());
                        return new AccessToken("hunter2-token-1", null);
                      })
                  .transport(
                      request -> {
                        urls.add(request.url().toString());
                        throw new IOException("this test stays at home");
                      }));

      assertThatThrownBy(() -> call(elsewhere)).isInstanceOf(PartnerTransportException.class);

      assertThat(urls).containsExactly(address + "/v1/invoices/summary");
      assertThat(audiences).containsExactly(address);
    }
  }

  @Nested
  class Request {
    @Test
    void isThatOfTheExample() {
      server.answersJson(200, goodAnswer());
      RequestOptions options =
          RequestOptions.defaults().correlationId("0c1d7a55-0000-4a51-9f0e-000000000001");

      call(partner.with(options));

      RecordedRequest request = server.request();
      Headers headers = request.getHeaders();
      assertThat(request.getRequestLine()).isEqualTo("GET /v1/invoices/summary HTTP/1.1");
      assertThat(headers.get("Authorization")).isEqualTo("Bearer hunter2-token-1");
      assertThat(headers.get("Accept")).isEqualTo("application/json");
      assertThat(headers.get("MS-RequestId")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(headers.get("MS-CorrelationId")).isEqualTo("0c1d7a55-0000-4a51-9f0e-000000000001");
      assertThat(headers.get("Connection")).isEqualToIgnoringCase("Keep-Alive");
      assertThat(request.getBodySize()).isZero();
    }

    @Test
    void ofASecondCallUsesTheSameConnection() {
      server.answersJson(200, goodAnswer()).answersJson(200, goodAnswer());

      call(partner);
      call(partner);

      assertThat(server.requests())
          .extracting(RecordedRequest::getConnectionIndex, RecordedRequest::getExchangeIndex)
          .containsExactly(tuple(0, 0), tuple(0, 1));
    }

    @Test
    void namesNoContractVersionForNoExampleDoes() {
      server.answersJson(200, goodAnswer());

      call(partner);

      assertThat(server.request().getHeaders().get("MS-Contract-Version")).isNull();
    }
  }

  @Nested
  class Response {
    @Test
    void saysTheBalanceToTheCent() {
      InvoiceSummary balance = balance();

      assertThat(balance.balanceAmount()).isEqualTo(new BigDecimal("751094.39"));
      assertThat(balance.currencyCode()).isEqualTo("USD");
      assertThat(balance.currencySymbol()).isEqualTo("$");
      assertThat(balance.lastPaymentAmount()).isEqualTo(new BigDecimal("1000"));
    }

    @Test
    void hasAPartForRecurringAndOneForOneTimeCharges() {
      InvoiceSummary balance = balance();

      assertThat(balance.details())
          .extracting(InvoiceSummaryDetail::invoiceType, detail -> part(detail).balanceAmount())
          .containsExactly(
              tuple(InvoiceType.RECURRING, new BigDecimal("202955.87")),
              tuple(InvoiceType.ONE_TIME, new BigDecimal("548138.52")));
      assertThat(
              balance.details().stream()
                  .map(detail -> requireNonNull(part(detail).balanceAmount()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualTo(balance.balanceAmount());
    }

    @Test
    void takesTimesWithoutAZoneForUtc() {
      InvoiceSummary balance = balance();

      assertThat(balance.accountingDate()).isEqualTo(OffsetDateTime.parse("2018-03-16T00:00Z"));
      assertThat(balance.firstInvoiceCreationDate())
          .isEqualTo(OffsetDateTime.parse("2017-01-21T00:00Z"));
      assertThat(balance.lastPaymentDate()).isEqualTo(OffsetDateTime.parse("2017-01-01T12:00Z"));
      assertThat(balance.latestInvoiceDate()).isEqualTo(OffsetDateTime.parse("2018-03-16T00:00Z"));
    }

    @Test
    void writesNeverAsTheYearOne() {
      InvoiceSummary balance = balance();

      InvoiceSummary recurring = part(balance.details().get(0));
      InvoiceSummary oneTime = part(balance.details().get(1));
      assertThat(recurring.latestInvoiceDate()).isNull();
      assertThat(recurring.lastPaymentDate()).isNotNull();
      assertThat(oneTime.lastPaymentDate()).isNull();
      assertThat(oneTime.lastPaymentAmount()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void endsWithItsOwnAddressAndKind() {
      InvoiceSummary balance = balance();

      var self = requireNonNull(requireNonNull(balance.links()).self());
      assertThat(self.uri()).isEqualTo("/invoices/summary");
      assertThat(self.method()).isEqualTo("GET");
      assertThat(self.headers()).isEmpty();
      assertThat(requireNonNull(balance.attributes()).objectType()).isEqualTo("InvoiceSummary");
      assertThat(part(balance.details().get(0)).links()).isNull();
    }

    private InvoiceSummary part(InvoiceSummaryDetail detail) {
      return requireNonNull(detail.summary());
    }
  }
}
