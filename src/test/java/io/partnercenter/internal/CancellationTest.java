package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.StuckSockets;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupts, wherever a call is; in the sign-in they are tested with the sign-in. */
class CancellationTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("C51: an interrupt ends the making of a connection; the flag is kept")
  @ValueSource(booleans = {true, false})
  void anInterruptEndsTheMakingOfAConnection(boolean onAnotherThread) throws Exception {
    StuckSockets sockets = StuckSockets.whileConnecting();
    OkHttpClient client =
        new OkHttpClient.Builder().socketFactory(sockets).fastFallback(onAnotherThread).build();
    Background<InvoiceSummary> call = summary(server.partner(server.builder().okHttp(client)));
    Background.await(sockets.reached());

    call.interrupt();

    PartnerTransportException e = call.failure(PartnerTransportException.class);
    assertThat(e).hasMessageContaining("was interrupted while");
    assertThat(e.attempts()).hasSize(1);
    assertThat(call.keptInterrupt()).isTrue();
    assertThat(sockets.isClosed()).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C51: an interrupt ends the wait for the head of an answer; the flag is kept")
  void anInterruptEndsTheWaitForTheHead() throws Exception {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Background<InvoiceSummary> call = summary(server.partner());
    assertThat(server.mock().takeRequest().getTarget()).isEqualTo("/v1/invoices/summary");

    call.interrupt();

    PartnerTransportException e = call.failure(PartnerTransportException.class);
    assertThat(e.phase()).isEqualTo(Phase.ANSWER);
    assertThat(e).hasMessageContaining("was interrupted while waiting for the answer");
    assertThat(e.attempts()).hasSize(1);
    assertThat(call.keptInterrupt()).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C51: an interrupt ends the reading of a body; the flag is kept")
  void anInterruptEndsTheReadingOfABody() throws Exception {
    server.answers(
        PartnerServer.json(200, Answers.SUMMARY)
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    CountDownLatch headIsIn = new CountDownLatch(1);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void responseBodyStart(Call call) {
                    headIsIn.countDown();
                  }
                })
            .build();
    Background<InvoiceSummary> call = summary(server.partner(server.builder().okHttp(client)));
    Background.await(headIsIn);

    call.interrupt();

    PartnerTransportException e = call.failure(PartnerTransportException.class);
    assertThat(e.phase()).isEqualTo(Phase.BODY);
    assertThat(e).hasMessageContaining("was interrupted while its answer was read");
    assertThat(call.keptInterrupt()).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("C51: an interrupt ends the pause between two attempts; the flag is kept")
  void anInterruptEndsAPause() throws Exception {
    CountDownLatch pausing = new CountDownLatch(1);
    Timing.Sleeper endless =
        (pause, closed) -> {
          pausing.countDown();
          new CountDownLatch(1).await();
        };
    IPartner partner =
        server.partner(
            TimedPartners.builder(
                    new Timing(InstantSource.system(), System::nanoTime, endless, () -> 0.5))
                .baseUrl(server.baseUrl())
                .credentials(PartnerCredentials.bearer(() -> "hunter2")));
    server.answers(500);
    Background<InvoiceSummary> call = summary(partner);
    Background.await(pausing);

    call.interrupt();

    PartnerTransportException e = call.failure(PartnerTransportException.class);
    assertThat(e.phase()).isEqualTo(Phase.PAUSE);
    assertThat(e).hasMessageContaining("was interrupted between two attempts");
    assertThat(e)
        .cause()
        .satisfies(
            interrupt ->
                assertThat(interrupt.getSuppressed())
                    .hasOnlyElementsOfType(PartnerServiceException.class));
    assertThat(call.keptInterrupt()).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("C51: a thread that is interrupted already makes no request")
  void aThreadThatIsInterruptedAlreadyMakesNoRequest() {
    IPartner partner = server.partner();
    server.answersJson(200, Answers.SUMMARY);
    partner.invoices().summary().get();

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> partner.invoices().summary().get())
          .isInstanceOf(PartnerTransportException.class)
          .hasMessageContaining("was interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theCallAfterAnInterruptedOneSucceeds() throws Exception {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner();
    Background<InvoiceSummary> call = summary(partner);
    assertThat(server.mock().takeRequest()).isNotNull();

    call.interrupt();
    assertThat(call.failure(PartnerTransportException.class)).isNotNull();

    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  private static Background<InvoiceSummary> summary(IPartner partner) {
    return Background.start(() -> partner.invoices().summary().get());
  }
}
