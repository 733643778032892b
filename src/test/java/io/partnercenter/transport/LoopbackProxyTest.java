package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Secrets;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services on this machine that are reached over plain HTTP, in a program that has a proxy. */
class LoopbackProxyTest {
  private static final List<String> PROPERTIES =
      List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts");

  private final PartnerServer server = new PartnerServer();
  private final PartnerServer proxy = new PartnerServer();
  private final ProxySelector defaultSelector = ProxySelector.getDefault();

  /** Where a client may have its proxy from. */
  enum Source {
    CLIENT,
    SELECTOR_OF_THE_CLIENT,
    SELECTOR_OF_THE_JVM,
    PROPERTIES_OF_THE_JVM
  }

  @AfterEach
  void close() {
    ProxySelector.setDefault(defaultSelector);
    PROPERTIES.forEach(System::clearProperty);
    server.close();
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C80: a call to this machine over plain HTTP shows its token to no proxy")
  void aCallGoesDirect(Source source) {
    server.answersJson(200, Answers.SUMMARY);

    server.partner(behindProxy(server.builder(), source)).invoices().summary().get();

    assertThat(server.headers("Authorization")).containsExactly("Bearer " + Secrets.TOKEN);
    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C80: a sign-in at this machine over plain HTTP shows its secret to no proxy")
  void aSignInGoesDirect(Source source) {
    server.answersJson(200, "{}").answersJson(200, Answers.SUMMARY);
    PartnerBuilder builder = server.builder().credentials(this::signIn);

    server.partner(behindProxy(builder, source)).invoices().summary().get();

    assertThat(server.targets()).containsExactly("/token", "/v1/invoices/summary");
    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C80: an export from this machine over plain HTTP shows its signature to no proxy")
  void anExportGoesDirect(Source source) {
    try (ExportServer exports = new ExportServer()) {
      exports.rows(1, 3);

      assertThat(ExportServer.read(exports.partner(behindProxy(exports.builder(), source)), 1))
          .isEqualTo(ExportServer.skuNames(1, 3));
    }
    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "127.0.0.1",
        "127.255.255.254",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]"
      })
  @DisplayName("C80: whatever a base URL may call this machine, no proxy sees the token")
  void allNamesOfThisMachineAreKnown(String host) {
    PartnerBuilder builder = server.builder().baseUrl(URI.create("http://" + host + ":9"));
    builder.retry(RetryOptions.none());
    IPartner partner = server.partner(behindProxy(builder, Source.CLIENT));

    assertThat(catchThrowable(() -> partner.invoices().summary().get())).isNotNull();

    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  @DisplayName("C80: a request that an interceptor turns to this machine is not shown to the proxy")
  void aRequestThatIsTurnedToThisMachineIsRefused() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(address())
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().url(toThisMachine(chain)).build()))
            .build();
    PartnerBuilder builder =
        server.builder().baseUrl(URI.create("https://partner.example.com")).okHttp(client);
    IPartner partner = server.partner(builder.retry(RetryOptions.none()));

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .isInstanceOf(PartnerTransportException.class)
        .hasMessageContaining("the proxy would see the token")
        .hasMessageNotContaining(Secrets.TOKEN);
    assertThat(proxy.requests()).isEmpty();
  }

  private PartnerBuilder behindProxy(PartnerBuilder builder, Source source) {
    switch (source) {
      case CLIENT -> builder.okHttp(new OkHttpClient.Builder().proxy(address()).build());
      case SELECTOR_OF_THE_CLIENT ->
          builder.okHttp(new OkHttpClient.Builder().proxySelector(selector()).build());
      case SELECTOR_OF_THE_JVM -> ProxySelector.setDefault(selector());
      case PROPERTIES_OF_THE_JVM -> {
        System.setProperty("http.proxyHost", "localhost");
        System.setProperty("http.proxyPort", String.valueOf(proxy.mock().getPort()));
        System.setProperty("http.nonProxyHosts", "");
      }
    }
    return builder;
  }

  private HttpUrl toThisMachine(Interceptor.Chain chain) {
    return EntraServer.toLoopback(chain.request().url(), server.baseUrl());
  }

  private Proxy address() {
    return proxy.mock().getProxyAddress();
  }

  private ProxySelector selector() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(address());
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    };
  }

  private AccessToken signIn(TokenRequest request) throws IOException {
    RequestBody secret = RequestBody.create("client_secret=hunter2", null);
    Request token =
        new Request.Builder().url(server.baseUrl().resolve("token").toURL()).post(secret).build();
    try (Response response = request.transport().send(token)) {
      assertThat(response.code()).isEqualTo(200);
      return new AccessToken(Secrets.TOKEN, null);
    }
  }
}
