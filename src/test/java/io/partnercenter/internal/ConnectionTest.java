package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer, or only its beginning: where it stopped, and that it is tried again. */
class ConnectionTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C19: a port where nobody listens is a connection that could not be made")
  void aPortWhereNobodyListens() throws IOException {
    IPartner partner = server.partner(server.builder().baseUrl(nobody()));

    PartnerTransportException e = failure(partner);

    assertThat(e.phase()).isEqualTo(Phase.CONNECT);
    assertThat(e).hasCauseInstanceOf(ConnectException.class);
    assertThat(e).hasMessageContaining("got no whole answer while connecting");
    assertThat(e.attempts()).hasSize(4).extracting(Attempt::status).containsOnlyNulls();
    assertThat(server.time().naps()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("connectingFailures")
  @DisplayName("C19: names, routes and time-outs of a connection are told from the rest")
  void whatGoesWrongWhileConnecting(IOException failure) {
    PartnerTransportException e = failure(failing(failure));

    assertThat(e.phase()).isEqualTo(Phase.CONNECT);
    assertThat(e).hasCause(failure);
  }

  static IOException[] connectingFailures() {
    return new IOException[] {
      new UnknownHostException("api.partnercenter.microsoft.com"),
      new NoRouteToHostException("no route"),
      new SocketTimeoutException("Connect timed out"),
    };
  }

  @Test
  void whatGoesWrongBeforeTheHeadIsIn() {
    PartnerTransportException e = failure(failing(new SocketException("Connection reset")));

    assertThat(e.phase()).isEqualTo(Phase.ANSWER);
    assertThat(e).hasMessageContaining("while waiting for the answer");
    assertThat(e.attempts()).extracting(Attempt::failure).containsOnly("SocketException");
  }

  @Test
  @DisplayName("C1: a connection that is reset before the head is in is tried again")
  void aResetBeforeTheHeadIsTriedAgain() {
    MockResponse reset =
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    server.answers(reset).answersJson(200, Answers.SUMMARY);

    server.partner().invoices().summary().get();

    assertThat(server.requests()).hasSize(2);
    assertThat(server.time().naps()).hasSize(1);
  }

  @Test
  @DisplayName("C21, C22: a head that never comes ends with the attempt's time-out, which says so")
  void aHeadThatNeverComesEndsWithTheTimeout() {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    PartnerTransportException e = failure(impatient());

    assertThat(e.phase()).isEqualTo(Phase.ANSWER);
    assertThat(e.attempts()).extracting(Attempt::failure).containsExactly("timeout");
    assertThat(e).hasMessageContaining("ran out of time while waiting for the answer");
  }

  @Test
  @DisplayName(
      "C21, C22: a body that comes in drops ends with the attempt's time-out, which says so")
  void aBodyThatComesInDropsEndsWithTheTimeout() {
    server.answers(slow().build());

    PartnerTransportException e = failure(impatient());

    assertThat(e.phase()).isEqualTo(Phase.BODY);
    assertThat(e.attempts()).extracting(Attempt::status).containsExactly(200);
    assertThat(e).hasMessageContaining("ran out of time while its answer was read");
  }

  @Test
  void anAttemptThatTookTooLongIsTriedAgain() {
    server.answers(slow().build()).answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner(server.builder().timeout(Duration.ofMillis(500)));

    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @Test
  void aRefusalWhoseBodyNeverEndsIsARefusal() {
    server.answers(slow().code(403).build());

    IPartner partner = impatient();

    assertThat(
            catchThrowableOfType(
                    io.partnercenter.errors.PartnerServiceException.class,
                    () -> partner.invoices().summary().get())
                .statusCode())
        .isEqualTo(403);
  }

  private static MockResponse.Builder slow() {
    return PartnerServer.json(200, Answers.SUMMARY).throttleBody(4, 400, TimeUnit.MILLISECONDS);
  }

  private IPartner impatient() {
    return server.partner(
        server.builder().timeout(Duration.ofMillis(500)).retry(RetryOptions.none()));
  }

  private IPartner failing(IOException failure) {
    Transport transport =
        request -> {
          throw failure;
        };
    return server.partner(server.builder().transport(transport));
  }

  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private static PartnerTransportException failure(IPartner partner) {
    return catchThrowableOfType(
        PartnerTransportException.class, () -> partner.invoices().summary().get());
  }
}
