package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.ErrorCategory;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.net.URI;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
  private final PartnerServer server = new PartnerServer();
  private final PartnerServer elsewhere = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
    elsewhere.close();
  }

  @ParameterizedTest
  @DisplayName("C47: a redirect is not followed, and the host it names hears nothing")
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void redirectsAreNotFollowed(int status) {
    server.answers(redirect(status));

    PartnerServiceException e =
        catchThrowableOfType(
            PartnerServiceException.class, () -> server.partner().invoices().summary().get());

    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e.category()).isEqualTo(ErrorCategory.OTHER);
    assertThat(server.requests()).hasSize(1);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  @DisplayName("C47: not even by a client that was handed in and follows redirects")
  void redirectsAreNotFollowedByAClientThatWould() {
    server.answers(redirect(302));
    OkHttpClient eager = new OkHttpClient.Builder().followRedirects(true).build();
    IPartner partner = server.partner(server.builder().okHttp(eager));

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .isInstanceOf(PartnerServiceException.class);

    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  @DisplayName("C47: a next link to another host is followed on this one, without its host")
  void nextLinksDoNotLeadToAnotherHost() {
    String next = elsewhere.baseUrl() + "v1/invoices/G1/lineitems?seekOperation=Next";
    server.answersJson(200, Answers.page(1, 2, "more").replace("/invoices/x", next));
    server.answersJson(200, Answers.page(3, 4, null));

    try (Stream<OneTimeInvoiceLineItem> rows =
        server.partner().invoices().byId("G1").lineItems(Answers.ROWS).stream()) {
      assertThat(rows).hasSize(4);
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("C47: tokens go over https, or stay on this machine")
  @ValueSource(
      strings = {
        "http://api.partnercenter.microsoft.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://192.168.0.1",
        "http://127.256.0.1",
        "http://0.0.0.0",
        "http://[2001:db8::1]",
        "ftp://localhost",
        "file:///tmp",
        "localhost",
      })
  void plainHttpIsRefused(String baseUrl) {
    assertThatThrownBy(() -> IPartner.builder().baseUrl(URI.create(baseUrl)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1:1",
        "http://127.1.2.3",
        "http://[::1]:8080/partner-center/",
        "https://gateway.example.com/partner-center",
      })
  void httpsAndThisMachineAreAccepted(String baseUrl) {
    assertThat(IPartner.builder().baseUrl(URI.create(baseUrl))).isNotNull();
  }

  @ParameterizedTest
  @DisplayName("C49: an address with a user is refused, and the password not repeated")
  @ValueSource(
      strings = {
        "https://user:hunter2@gateway.example.com",
        "https://:hunter2@gateway.example.com",
        "https://user:hunter2@our_gateway.example.com",
        "http://user:hunter2@gateway.example.com",
        "ftp://user:hunter2@gateway.example.com",
        "https://gateway.example.com?key=hunter2",
        "https://gateway.example.com#hunter2",
        "http://gateway.example.com?key=hunter2",
        "http://gateway.example.com/hunter2#hunter2",
        "ftp://gateway.example.com?key=hunter2",
        "ftp://gateway.example.com#hunter2",
        "mailto:hunter2@example.com",
      })
  void anAddressThatSaysMoreIsRefused(String baseUrl) {
    assertThatThrownBy(() -> IPartner.builder().baseUrl(URI.create(baseUrl)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @DisplayName("no text of the caller's begins a header of its own")
  @ValueSource(strings = {"a\r\nX-Other: 1", "a\nb", "a\rb", "a\u0000b", "ä", "a\tb", "", " "})
  void whatWouldBeginAnotherHeaderIsRefused(String text) {
    RequestOptions options = RequestOptions.defaults();

    assertThatThrownBy(() -> IPartner.builder().locale(text)).hasMessageStartingWith("locale");
    assertThatThrownBy(() -> IPartner.builder().applicationName(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("applicationName is printable ASCII");
    assertThatThrownBy(() -> options.correlationId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("correlationId is printable ASCII");
    assertThatThrownBy(() -> options.locale(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("C49: what a partner's parts print holds no token")
  void nothingPrintsAToken() {
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner =
        server.partner(server.builder().credentials(PartnerCredentials.bearer(() -> "hunter2")));

    String printed = partner.invoices().summary().get() + " " + partner;

    assertThat(server.headers("Authorization")).containsExactly("Bearer hunter2");
    assertThat(printed).doesNotContain("hunter2");
  }

  private MockResponse redirect(int status) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Location", elsewhere.baseUrl() + "v1/invoices/summary")
        .build();
  }
}
