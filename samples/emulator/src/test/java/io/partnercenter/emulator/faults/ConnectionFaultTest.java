package io.partnercenter.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.emulator.ConnectionFault;
import io.partnercenter.emulator.ConnectionFault.Moment;
import io.partnercenter.emulator.Emulator;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.http2.StreamResetException;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFaultTest {
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private final HandshakeCertificates server =
      new HandshakeCertificates.Builder().heldCertificate(certificate).build();
  private final HandshakeCertificates trust =
      new HandshakeCertificates.Builder().addTrustedCertificate(certificate.certificate()).build();
  private final Emulator emulator = Emulator.builder().rows(5).months(1).http2(true).start();
  private final Emulator withTls =
      Emulator.builder().rows(5).months(1).http2(true).tls(server.sslSocketFactory()).start();

  @AfterEach
  void close() {
    emulator.close();
    withTls.close();
  }

  @Test
  void speaksHttp2WithAndWithoutTls() throws IOException {
    assertThat(protocol(emulator)).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
    assertThat(protocol(withTls)).isEqualTo(Protocol.HTTP_2);
  }

  @Test
  void aConnectionIsRefusedOnce() throws IOException {
    emulator.inject(new ConnectionFault.RefusedConnection());

    assertThatThrownBy(() -> protocol(emulator)).isInstanceOf(ConnectException.class);
    assertThat(protocol(emulator)).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
    assertThat(emulator.metFaults()).hasSize(1);
  }

  @Test
  void aHandshakeEndsWithAnAlert() throws IOException {
    withTls.inject(new ConnectionFault.FailedHandshake());

    assertThatThrownBy(() -> protocol(withTls))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("handshake_failure");
    assertThat(protocol(withTls)).isEqualTo(Protocol.HTTP_2);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "IN_THE_MIDDLE"})
  void aStreamIsResetWithTheGivenCode(Moment moment) {
    emulator.inject(new ConnectionFault.ResetStream(moment, 8));

    assertThatThrownBy(() -> protocol(emulator))
        .isInstanceOfSatisfying(
            StreamResetException.class, reset -> assertThat(reset).hasMessageContaining("CANCEL"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterGoawayTheClientOpensAnotherConnection(boolean tls) throws IOException {
    Emulator each = tls ? withTls : emulator;
    OkHttpClient client = client(each);
    each.inject(new ConnectionFault.Goaway(Moment.AFTERWARDS));

    assertThat(get(client, each)).isNotNull();
    assertThat(get(client, each)).isNotNull();
  }

  private Protocol protocol(Emulator each) throws IOException {
    return get(client(each), each);
  }

  private static Protocol get(OkHttpClient client, Emulator each) throws IOException {
    Request request =
        new Request.Builder()
            .url(each.baseUrl() + "/v1/invoices/summary")
            .header("Authorization", "Bearer " + each.token())
            .build();
    try (Response response = client.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.body().string()).contains("balanceAmount");
      return response.protocol();
    }
  }

  private OkHttpClient client(Emulator each) {
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .socketFactory(each.sockets())
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .protocols(
            each == withTls
                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                : List.of(Protocol.H2_PRIOR_KNOWLEDGE))
        .build();
  }
}
