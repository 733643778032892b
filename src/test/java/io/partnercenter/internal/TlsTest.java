package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.HandshakeServer;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** TLS that fails, with a real handshake each time. */
class TlsTest {
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private final MockWebServer server = new MockWebServer();
  private final FakeTime time = new FakeTime();

  @BeforeEach
  void start() throws Exception {
    HandshakeCertificates identity =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    server.useHttps(identity.sslSocketFactory());
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C19: a certificate that nobody trusts is a failure of TLS, and not tried again")
  void aCertificateThatNobodyTrusts() throws Exception {
    PartnerTransportException e = failure(builder(server.url("/").uri()));

    assertThat(e.phase()).isEqualTo(Phase.TLS);
    assertThat(e).cause().isInstanceOf(SSLHandshakeException.class);
    assertThat(e).cause().cause().isInstanceOf(CertificateException.class);
    assertThat(e)
        .hasMessageContaining("got no whole answer while agreeing on TLS")
        .hasMessageContaining("not tried again, for the certificate is not trusted");
    assertThat(e.attempts()).hasSize(1);
    assertThat(time.naps()).isEmpty();
  }

  @Test
  @DisplayName("C19: a certificate of another host is a failure of TLS, and not tried again")
  void aCertificateOfAnotherHost() throws Exception {
    URI byNumber = URI.create("https://127.0.0.1:" + server.getPort() + "/");

    PartnerTransportException e = failure(builder(byNumber).okHttp(trusting()));

    assertThat(e.phase()).isEqualTo(Phase.TLS);
    assertThat(e).hasCauseInstanceOf(SSLPeerUnverifiedException.class);
    assertThat(e.attempts()).hasSize(1);
  }

  @Test
  @DisplayName("C19: a handshake that the service refuses is a failure of TLS, and tried again")
  void aHandshakeThatIsRefused() throws Exception {
    for (int i = 0; i < 4; i++) {
      server.enqueue(new MockResponse.Builder().failHandshake().build());
    }

    PartnerTransportException e = failure(builder(server.url("/").uri()).okHttp(trusting()));

    assertThat(e.phase()).isEqualTo(Phase.TLS);
    assertThat(e).hasCauseInstanceOf(SSLException.class);
    assertThat(e.attempts()).hasSize(4).extracting(Attempt::status).containsOnlyNulls();
  }

  @Test
  @DisplayName("C19: a handshake that is broken off is a failure of TLS, and tried again")
  void aHandshakeThatIsBrokenOff() throws Exception {
    try (HandshakeServer breaking = HandshakeServer.thatBreaksOff()) {
      PartnerTransportException e = failure(builder(breaking.url()));

      assertThat(e.phase()).isEqualTo(Phase.TLS);
      assertThat(e).hasCauseInstanceOf(SSLException.class);
      assertThat(e.attempts()).hasSize(4);
      assertThat(time.naps()).hasSize(3);
    }
  }

  @Test
  @DisplayName("C21: a handshake that stalls ends with the time-out, which says so")
  void aHandshakeThatStallsEndsWithTheTimeout() throws Exception {
    try (HandshakeServer stalling = HandshakeServer.thatStalls()) {
      PartnerTransportException e =
          failure(
              builder(stalling.url()).timeout(Duration.ofMillis(200)).retry(RetryOptions.none()));

      assertThat(e.phase()).isEqualTo(Phase.CONNECT);
      assertThat(e).hasMessageContaining("ran out of time while connecting");
    }
  }

  private PartnerBuilder builder(URI url) {
    return TimedPartners.builder(time.timing())
        .baseUrl(url)
        .credentials(PartnerCredentials.bearer(() -> "token"));
  }

  private OkHttpClient trusting() {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .build();
  }

  private static PartnerTransportException failure(PartnerBuilder builder) throws Exception {
    try (var partner = builder.build()) {
      Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());
      return call.failure(PartnerTransportException.class);
    }
  }
}
