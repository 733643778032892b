package io.partnercenter.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerCloud;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MsalProxyTest {
  private static final String LOGIN = "login.microsoftonline.com";
  private static final String SERVICE = "api.partnercenter.microsoft.com";
  private static final String PASSWORD = Credentials.basic("contoso", "hunter2");

  private final HeldCertificate certificate =
      new HeldCertificate.Builder()
          .addSubjectAlternativeName(LOGIN)
          .addSubjectAlternativeName(SERVICE)
          .build();
  private final PartnerServer proxy = new PartnerServer();

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  @DisplayName("C23: sign-in and call both go through the proxy, which both show the password to")
  void signInAndCallGoThroughTheProxy() {
    speakTls();
    tunnels();
    proxy.answersJson(200, EntraServer.token("hunter2-token-1", ""));
    tunnels();
    proxy.answersJson(200, Answers.SUMMARY);

    try (IPartner partner =
        IPartner.builder().okHttp(behindProxy()).credentials(credentials()).build()) {
      assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
    }

    List<RecordedRequest> requests = proxy.requests();
    assertThat(requests)
        .extracting(RecordedRequest::getMethod)
        .containsExactly("CONNECT", "CONNECT", "POST", "CONNECT", "CONNECT", "GET");
    assertThat(proxy.headers("Host"))
        .containsSubsequence(LOGIN + ":443", LOGIN + ":443", SERVICE + ":443", SERVICE + ":443");
    assertThat(proxy.headers("Proxy-Authorization"))
        .containsExactly(null, PASSWORD, null, null, PASSWORD, null);
    assertThat(proxy.headers("Authorization").get(5)).isEqualTo("Bearer hunter2-token-1");
  }

  private void speakTls() {
    HandshakeCertificates own =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    proxy.mock().useHttps(own.sslSocketFactory());
  }

  /** Opens a tunnel for whoever knows the password. */
  private void tunnels() {
    proxy.answers(
        new MockResponse.Builder()
            .inTunnel()
            .code(407)
            .addHeader("Proxy-Authenticate", "Basic realm=\"contoso\"")
            .build());
    proxy.answers(new MockResponse.Builder().inTunnel().build());
  }

  private OkHttpClient behindProxy() {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return new OkHttpClient.Builder()
        .proxy(proxy.mock().getProxyAddress())
        .proxyAuthenticator(MsalProxyTest::authenticate)
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .build();
  }

  /** OkHttp asks once before the proxy does; that would hide whether 407 is understood. */
  private static @Nullable Request authenticate(@Nullable Route route, Response response) {
    boolean unasked =
        response.challenges().stream()
            .anyMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"));
    if (unasked) return null;
    return response.request().newBuilder().header("Proxy-Authorization", PASSWORD).build();
  }

  private static MsalCredentials credentials() {
    return MsalCredentials.of(
            PartnerCloud.GLOBAL, "contoso.onmicrosoft.com", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
        .clientSecret("hunter2");
  }
}
