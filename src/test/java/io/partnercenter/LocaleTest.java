package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turkish has its own i, Arabic its own digits, Thailand its own years, and India half hours. */
class LocaleTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
    server.close();
  }

  @ParameterizedTest
  @DisplayName("C52, C31: the program's locale and time zone change no figure, date or header")
  @CsvSource({
    "tr-TR, Asia/Kolkata",
    "ar-EG-u-nu-arab, America/Sao_Paulo",
    "th-TH-u-ca-buddhist-nu-thai, Pacific/Apia",
    "ja-JP-u-ca-japanese, Europe/Berlin",
    "fa-IR-u-nu-arabext, Asia/Tehran",
  })
  void neitherLocaleNorTimeZoneChangesAnything(String language, String zone) {
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    server.answers(throttled()).answersJson(200, SUMMARY);
    server.answersJson(200, "{\"items\":[]}").answersJson(200, "{\"items\":[]}");
    IPartner partner = server.partner();

    InvoiceSummary summary = partner.invoices().summary().get();
    partner.invoices().query(InvoiceQuery.invoicedFrom(LocalDate.of(2026, 1, 31)).size(200)).get();
    partner.invoices().byId("D0001").lineItems(WITH_I).get();

    assertThat(summary.balanceAmount()).isEqualTo("1234567.80");
    assertThat(summary.accountingDate()).isEqualTo("2026-03-29T01:30:00Z");
    assertThat(summary.lastPaymentDate()).isNull();
    assertThat(server.time().naps().get(0)).isEqualTo(Duration.ofMillis(30_250));
    assertThat(server.headers("X-Locale")).containsOnly("en-US");
    assertThat(server.headers("MS-CV").get(3)).endsWith(".3");
    assertThat(server.targets().get(2)).contains("size=200").contains("2026-01-31");
    assertThat(server.targets().get(3))
        .startsWith("/v1/invoices/D0001/lineitems?")
        .contains("provider=office")
        .contains("invoiceLineItemType=billinglineitems");
  }

  @ParameterizedTest
  @DisplayName("C52: messages are the same in every locale")
  @CsvSource({"tr-TR", "ar-EG-u-nu-arab"})
  void messagesAreTheSameEverywhere(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    server.answersJson(429, "<HTML><TITLE>INVALID</TITLE></HTML>").answers(429).answers(429);
    server.answersJson(429, "<HTML><TITLE>INVALID</TITLE></HTML>");

    PartnerServiceException e =
        catchThrowableOfType(
            PartnerServiceException.class, () -> server.partner().invoices().summary().get());

    assertThat(e)
        .hasMessageContaining("was refused with 429 TOO_MANY_REQUESTS: \"INVALID\"")
        .hasMessageContaining("attempts [429 in 0 ms, then 250 ms pause, 429 in 0 ms");
  }

  private static final String SUMMARY =
      "{\"balanceAmount\":\"1234567.80\",\"accountingDate\":\"2026-03-29T01:30:00\","
          + "\"lastPaymentDate\":\"0001-01-01T00:00:00\"}";

  private static final LineItemQuery<?> WITH_I =
      LineItemQuery.of(BillingProvider.of("OFFICE"), InvoiceLineItemType.of("BILLING_LINE_ITEMS"));

  private static MockResponse throttled() {
    return new MockResponse.Builder()
        .code(429)
        .addHeader("Date", "Sun, 01 Mar 2026 12:00:00 GMT")
        .addHeader("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT")
        .build();
  }
}
