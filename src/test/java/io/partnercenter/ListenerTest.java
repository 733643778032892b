package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.PartnerListener.AttemptEvent;
import io.partnercenter.PartnerListener.CallEvent;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Logs;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private final PartnerServer server = new PartnerServer();
  private final List<AttemptEvent> attempts = new ArrayList<>();
  private final List<CallEvent> calls = new ArrayList<>();
  private final PartnerListener listener =
      new PartnerListener() {
        @Override
        public void onAttempt(AttemptEvent event) {
          attempts.add(event);
        }

        @Override
        public void onCall(CallEvent event) {
          calls.add(event);
        }
      };

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void hearsOfEveryAttemptAndOfTheCall() {
    server.answers(500).answers(401).answersJson(200, Answers.SUMMARY);

    partner(listener).invoices().summary().get();

    assertThat(attempts).extracting(e -> e.attempt().status()).containsExactly(500, 401, 200);
    assertThat(attempts).extracting(e -> e.attempt().number()).containsExactly(1, 2, 3);
    assertThat(attempts)
        .allSatisfy(e -> assertThat(e.call().attempts()).endsWith(e.attempt()))
        .allSatisfy(e -> assertThat(e.call().operation()).isEqualTo("invoices.summary.get"))
        .allSatisfy(
            e -> assertThat(e.call().requestId()).isEqualTo(server.headers("MS-RequestId").get(0)));
    assertThat(calls).singleElement().matches(CallEvent::succeeded);
    assertThat(calls.get(0).duration()).isEqualTo(Duration.ofMillis(250));
    assertThat(calls.get(0).call().attempts())
        .extracting(Attempt::pause)
        .containsExactly(Duration.ofMillis(250), null, null);
  }

  @Test
  void hearsOfOneScopeAloneBesideWhoHearsOfAll() {
    List<CallEvent> everyCall = new ArrayList<>();
    IPartner partner =
        partner(
            new PartnerListener() {
              @Override
              public void onCall(CallEvent event) {
                everyCall.add(event);
              }
            });
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);

    partner.with(RequestOptions.defaults().listener(listener)).invoices().summary().get();
    partner.invoices().summary().get();

    assertThat(calls).singleElement().isEqualTo(everyCall.get(0));
    assertThat(everyCall).hasSize(2);
  }

  @Test
  void hearsAlthoughTheOneBeforeFails() {
    IPartner partner =
        partner(
            new PartnerListener() {
              @Override
              public void onCall(CallEvent event) {
                throw new IllegalStateException("full");
              }
            });
    server.answersJson(200, Answers.SUMMARY);

    try (Logs logs = new Logs()) {
      partner.with(RequestOptions.defaults().listener(listener)).invoices().summary().get();
      assertThat(logs.text()).contains("A listener failed");
    }

    assertThat(calls).hasSize(1);
  }

  @Test
  void hearsWhatTheCallerIsAboutToCatch() {
    for (int i = 0; i < 4; i++) server.answers(503);

    Throwable caught = catchThrowable(() -> partner(listener).invoices().summary().get());

    assertThat(attempts).hasSize(4);
    assertThat(calls).singleElement().returns(caught, CallEvent::failure);
    assertThat(calls.get(0).succeeded()).isFalse();
  }

  @Test
  void hearsOfBrokenAndOfUnreadableAnswers() {
    server.answersCut(Answers.SUMMARY, 9).answersJson(200, "{\"balanceAmount\":\"x\"}");

    Throwable caught = catchThrowable(() -> partner(listener).invoices().summary().get());

    assertThat(caught).isInstanceOf(PartnerDataException.class);
    assertThat(attempts).extracting(e -> e.attempt().status()).containsExactly(200, 200);
    assertThat(attempts).extracting(e -> e.attempt().failure()).doesNotContainNull();
    assertThat(attempts.get(1).attempt().failure()).isEqualTo("unreadable");
    assertThat(calls).singleElement().returns(caught, CallEvent::failure);
  }

  @Test
  void hearsOfCallsThatWereNeverSent() {
    IPartner partner =
        server.partner(
            server
                .builder()
                .listener(listener)
                .credentials(
                    request -> {
                      throw new IllegalStateException("no");
                    }));

    Throwable caught = catchThrowable(() -> partner.invoices().summary().get());

    assertThat(caught).isInstanceOf(PartnerAuthenticationException.class);
    assertThat(attempts).isEmpty();
    assertThat(calls).singleElement().returns(caught, CallEvent::failure);
  }

  @Test
  void hearsOfEachPageAsACall() {
    server.answersJson(200, Answers.page(1, 2, "t")).answersJson(200, Answers.page(3, 4, null));

    long rows = partner(listener).invoices().byId("G1").lineItems(Answers.ROWS).stream().count();

    assertThat(rows).isEqualTo(4);
    assertThat(calls)
        .extracting(e -> e.call().operation())
        .containsExactly("invoices.lineItems", "invoices.lineItems");
    assertThat(calls).extracting(e -> e.call().requestId()).doesNotHaveDuplicates();
  }

  @Test
  void thatThrowsDoesNotDisturbTheCall() {
    PartnerListener careless =
        new PartnerListener() {
          @Override
          public void onAttempt(AttemptEvent event) {
            throw new IllegalStateException("attempt");
          }

          @Override
          public void onCall(CallEvent event) {
            throw new IllegalStateException("call");
          }
        };
    server.answers(500).answersJson(200, Answers.SUMMARY).answers(404);
    IPartner partner = partner(careless);

    try (Logs logs = new Logs()) {
      assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
      assertThat(catchThrowable(() -> partner.invoices().summary().get()))
          .hasMessageContaining("404");
      assertThat(logs.text()).contains("IllegalStateException: call");
    }
  }

  @Test
  void thatHearsNothingIsTheDefault() {
    server.answersJson(200, Answers.SUMMARY);

    assertThat(partner(new PartnerListener() {}).invoices().summary().get()).isNotNull();
  }

  private IPartner partner(PartnerListener listener) {
    return server.partner(server.builder().listener(listener));
  }
}
