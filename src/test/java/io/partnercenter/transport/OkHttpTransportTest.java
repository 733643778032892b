package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client of the caller's own; the server here is its proxy where one is set. */
class OkHttpTransportTest {
  private static final ClientKind KIND = ClientKind.HANDED_IN_HTTP_2;
  private static final Authenticator PROXY_USER =
      (route, response) ->
          response.request().header("Proxy-Authorization") != null
              ? null
              : response
                  .request()
                  .newBuilder()
                  .header("Proxy-Authorization", Credentials.basic("user", "hunter2"))
                  .build();

  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void interceptorsOfAHandedInClientAreKept() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-Tenant", "7").build()))
            .build();
    server.answersJson(200, Answers.SUMMARY);

    server.partner(server.builder().okHttp(client)).invoices().summary().get();

    assertThat(server.headers("X-Tenant")).containsExactly("7");
  }

  @Test
  @DisplayName("C23: the proxy of a handed-in client is used")
  void theProxyOfAHandedInClientIsUsed() {
    KIND.serve(server.mock());
    server.answers(tunnel(200)).answersJson(200, Answers.SUMMARY);

    partnerBehindProxy("https://localhost:9").invoices().summary().get();

    assertThat(server.targets()).containsExactly("localhost:9", "/v1/invoices/summary");
  }

  @Test
  @DisplayName("C23: the user of a proxy is named to the proxy, and to nobody else")
  void theUserOfAProxyIsNamed() {
    KIND.serve(server.mock());
    server.answers(tunnel(200)).answersJson(200, Answers.SUMMARY);

    partnerBehindProxy("https://localhost:9").invoices().summary().get();

    assertThat(server.headers("Proxy-Authorization"))
        .containsExactly("Basic dXNlcjpodW50ZXIy", null);
  }

  @Test
  @DisplayName("C23: a tunnel to the service names the user of the proxy, and never the token")
  void aTunnelNamesTheUserAndNeverTheToken() {
    server.answers(tunnel(403));

    assertThatThrownBy(
            () -> partnerBehindProxy("https://partner.example.com").invoices().summary().get())
        .isInstanceOf(PartnerTransportException.class)
        .hasMessageContaining("403");

    assertThat(server.requests())
        .extracting(RecordedRequest::getRequestLine)
        .containsExactly("CONNECT partner.example.com:443 HTTP/1.1");
    assertThat(server.headers("Proxy-Authorization")).containsExactly("Basic dXNlcjpodW50ZXIy");
    assertThat(server.headers("Authorization")).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT9S", "PT7S, PT7S", "PT1H, PT9S"})
  void theShorterTimeOutOfAHandedInClientAndOfAnAttemptEndsIt(Duration own, Duration expected) {
    List<Duration> limits = new ArrayList<>();
    EventListener listener =
        new EventListener() {
          @Override
          public void callStart(Call call) {
            limits.add(Duration.ofNanos(call.timeout().timeoutNanos()));
          }
        };
    OkHttpClient client =
        new OkHttpClient.Builder().callTimeout(own).eventListener(listener).build();
    server.answersJson(200, Answers.SUMMARY);

    server
        .partner(server.builder().okHttp(client).timeout(Duration.ofSeconds(9)))
        .invoices()
        .summary()
        .get();

    assertThat(limits).containsExactly(expected);
  }

  private static MockResponse tunnel(int status) {
    return new MockResponse.Builder().code(status).inTunnel().build();
  }

  private IPartner partnerBehindProxy(String baseUrl) {
    OkHttpClient client =
        KIND.client(
            new OkHttpClient.Builder()
                .proxy(server.mock().getProxyAddress())
                .proxyAuthenticator(PROXY_USER));
    return server.partner(
        server.builder().baseUrl(URI.create(baseUrl)).okHttp(client).retry(RetryOptions.none()));
  }
}
