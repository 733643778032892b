package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Secrets;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an OkHttp client brings along, and what of it has no part in a partner's requests. */
class HandedInClientTest {
  private static final String OTHER = Credentials.basic("other", "credentials");

  private final PartnerServer server = new PartnerServer();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C55: a 401 is one counted attempt and a refusal, and no other credentials are sent")
  void noAuthenticatorAnswersForTheService(ClientKind kind) {
    kind.serve(server.mock());
    for (int i = 0; i < 90; i++) server.answers(401);
    OkHttpClient client = kind.client(new OkHttpClient.Builder().authenticator(this::insist));

    try (IPartner partner = kind.partner(server.builder(), client)) {
      PartnerServiceException e =
          catchThrowableOfType(
              PartnerServiceException.class, () -> partner.invoices().summary().get());

      assertThat(e.statusCode()).isEqualTo(401);
      assertThat(e.attempts()).hasSameSizeAs(server.requests());
    }
    assertThat(server.headers("Authorization"))
        .as("and once more, for the token may have been too old")
        .containsExactly("Bearer " + Secrets.TOKEN, "Bearer " + Secrets.TOKEN);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C55: a sign-in that is refused with 401 is refused, and no other credentials are sent")
  void noAuthenticatorAnswersForTheSignIn(ClientKind kind) {
    kind.serve(server.mock());
    for (int i = 0; i < 90; i++) server.answers(401);
    OkHttpClient client = kind.client(new OkHttpClient.Builder().authenticator(this::insist));

    try (IPartner partner = kind.partner(server.builder().credentials(this::signIn), client)) {
      assertThat(
              catchThrowableOfType(
                  PartnerAuthenticationException.class, () -> partner.invoices().summary().get()))
          .hasMessageContaining("401");
    }
    assertThat(server.headers("Authorization")).containsExactly((String) null);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C55: no cookie of one tenant is kept, or sent with the token of another")
  void noCookieCrossesOver(ClientKind kind) {
    kind.serve(server.mock());
    for (int i = 0; i < 2; i++) {
      server.answers(
          PartnerServer.json(200, Answers.SUMMARY)
              .addHeader("Set-Cookie", "session=tenant-a; Path=/; Max-Age=3600")
              .build());
    }
    Cookies cookies = new Cookies();
    OkHttpClient client = kind.client(new OkHttpClient.Builder().cookieJar(cookies));

    for (String token : List.of("token-a", "token-b")) {
      PartnerBuilder builder = server.builder();
      builder.credentials(PartnerCredentials.bearer(() -> token));
      try (IPartner partner = kind.partner(builder, client)) {
        partner.invoices().summary().get();
      }
    }

    assertThat(server.headers("Authorization")).containsExactly("Bearer token-a", "Bearer token-b");
    assertThat(server.headers("Cookie")).containsOnlyNulls();
    assertThat(cookies.kept).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C55: the cookies that the JVM keeps for all have no part in it either")
  void noCookieOfTheJvm(ClientKind kind) throws IOException {
    kind.serve(server.mock());
    server.answersJson(200, Answers.SUMMARY);
    CookieManager cookies = new CookieManager();
    cookies.put(
        server.baseUrl(), java.util.Map.of("Set-Cookie", List.of("session=tenant-a; Path=/")));
    java.net.CookieHandler.setDefault(cookies);
    try (IPartner partner =
        kind.partner(server.builder(), kind.client(new OkHttpClient.Builder()))) {
      partner.invoices().summary().get();
    } finally {
      java.net.CookieHandler.setDefault(null);
    }

    assertThat(server.headers("Cookie")).containsOnlyNulls();
  }

  @Test
  @DisplayName("C55: a password that the proxy has refused is not sent again in the same attempt")
  void aRefusedPasswordIsNotSentToTheProxyAgain() {
    for (int i = 0; i < 90; i++) {
      server.answers(new MockResponse.Builder().code(407).inTunnel().build());
    }
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(server.mock().getProxyAddress())
            .proxyAuthenticator(
                (route, response) ->
                    response.request().newBuilder().header("Proxy-Authorization", OTHER).build())
            .build();
    PartnerBuilder builder =
        server.builder().baseUrl(URI.create("https://partner.example.com")).okHttp(client);

    PartnerTransportException e =
        catchThrowableOfType(
            PartnerTransportException.class,
            () -> server.partner(builder.retry(RetryOptions.none())).invoices().summary().get());

    assertThat(e).hasMessageContaining("proxy");
    assertThat(server.headers("Proxy-Authorization")).containsExactly(OTHER);
  }

  @Test
  void interceptorsAndEventListenersOfBothKindsAreKept() {
    List<String> heard = new ArrayList<>();
    EventListener listener =
        new EventListener() {
          @Override
          public void callStart(Call call) {
            heard.add("event");
          }
        };
    OkHttpClient client =
        new OkHttpClient.Builder()
            .eventListener(listener)
            .addInterceptor(
                chain -> {
                  heard.add("call");
                  return chain.proceed(chain.request());
                })
            .addNetworkInterceptor(
                chain -> {
                  heard.add("network");
                  return chain.proceed(chain.request());
                })
            .build();
    server.answersJson(200, Answers.SUMMARY);

    server.partner(server.builder().okHttp(client)).invoices().summary().get();

    assertThat(heard).containsExactly("event", "call", "network");
  }

  @Test
  void poolAndDispatcherAreShared() {
    OkHttpClient client = new OkHttpClient();
    List<Integer> running = new ArrayList<>();
    OkHttpClient watched =
        client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  running.add(client.dispatcher().runningCallsCount());
                  return chain.proceed(chain.request());
                })
            .build();
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);

    server.partner(server.builder().okHttp(watched)).invoices().summary().get();
    server.partner(server.builder().okHttp(watched)).invoices().summary().get();

    assertThat(running).containsExactly(1, 1);
    assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    client.connectionPool().evictAll();
  }

  /** Always has an answer, as in many examples. */
  private Request insist(okhttp3.Route route, Response response) {
    asked.incrementAndGet();
    return response.request().newBuilder().header("Authorization", OTHER).build();
  }

  private AccessToken signIn(TokenRequest request) throws IOException {
    Request token = new Request.Builder().url(server.baseUrl() + "token").build();
    try (Response response = request.transport().send(token)) {
      throw new IOException("answered " + response.code());
    }
  }

  /** Keeps all cookies for all. */
  private static final class Cookies implements CookieJar {
    private final List<Cookie> kept = new ArrayList<>();

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
      kept.addAll(cookies);
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      return List.copyOf(kept);
    }
  }
}
