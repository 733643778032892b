package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.transport.StaleConnectionException;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import okhttp3.ConnectionPool;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a call and a sign-in make of a transport that met a connection which had ended. */
class StaleRepetitionTest {
  private final FakeTime time = new FakeTime();
  private final Queue<Transport> script = new ArrayDeque<>();
  private final List<Request> sent = new ArrayList<>();
  private final List<IPartner> partners = new ArrayList<>();

  @AfterEach
  void close() {
    partners.forEach(IPartner::close);
  }

  @Test
  @DisplayName("C56: the repetition is in the history, costs no pause, and has the same request id")
  void theRepetitionIsInTheHistory() {
    stale().answers(404);

    PartnerServiceException e = failure(partner(builder()), PartnerServiceException.class);

    assertThat(e.attempts()).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(e.attempts())
        .extracting(Attempt::failure)
        .containsExactly("SocketException on a reused connection", null);
    assertThat(e.attempts().get(0).pause()).isNull();
    assertThat(time.naps()).isEmpty();
    assertThat(sent)
        .extracting(request -> request.header("MS-RequestId"))
        .containsOnly(e.requestId());
  }

  @Test
  void theCauseIsTheFailureOfTheConnection() {
    stale().stale();

    PartnerTransportException e =
        failure(partner(builder().retry(RetryOptions.none())), PartnerTransportException.class);

    assertThat(e).hasCauseExactlyInstanceOf(SocketException.class);
    assertThat(e).hasMessageContaining("while waiting for the answer");
    assertThat(e.attempts()).hasSize(2);
  }

  @Test
  @DisplayName(
      "C56: attempts after a failed connection each bring a pool of their own, others none")
  void furtherAttemptsHaveNewConnections() {
    stale().breaks().answers(503).answers(200).answers(200);
    IPartner partner = partner(builder());

    partner.invoices().summary().get();
    partner.invoices().summary().get();

    List<ConnectionPool> pools =
        sent.stream().map(request -> request.tag(ConnectionPool.class)).toList();
    assertThat(pools.get(0)).as("the client's").isNull();
    assertThat(pools.subList(1, 5)).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(time.naps()).hasSize(2);
  }

  @Test
  @DisplayName("C56: the repetition draws on no budget of retries, and wins nothing back")
  void theRepetitionIsNoPartOfTheBudget() {
    IPartner partner = partner(builder().retryBudget(1));
    answers(503).answers(503);
    failure(partner, PartnerServiceException.class);

    stale().answers(200);
    partner.invoices().summary().get();

    answers(503);
    assertThat(failure(partner, PartnerServiceException.class))
        .hasMessageContaining("too many calls of this partner have failed");
  }

  @Test
  @DisplayName("C56: nothing is repeated after the deadline")
  void nothingIsRepeatedAfterTheDeadline() {
    script.add(
        request -> {
          time.pass(Duration.ofMinutes(15));
          throw new StaleConnectionException(new SocketException("reset"));
        });

    PartnerTransportException e = failure(partner(builder()), PartnerTransportException.class);

    assertThat(e).hasMessageContaining("the time of the call is used up");
    assertThat(sent).hasSize(1);
  }

  @Test
  @DisplayName(
      "C56: a sign-in is repeated once in this way, too, and the rest of its attempts count")
  void aSignInIsRepeatedOnce() throws IOException {
    stale().stale().answers(503).answers(503).answers(200);

    assertThat(signIn(RetryOptions.defaults()).code()).isEqualTo(200);

    assertThat(sent).hasSize(5);
    assertThat(time.naps()).hasSize(3);
    assertThat(sent.subList(1, 5))
        .extracting(request -> request.tag(ConnectionPool.class))
        .doesNotContainNull();
  }

  @Test
  void aSignInThatFailsThrowsTheFailureOfTheConnection() {
    stale().stale();

    assertThatThrownBy(() -> signIn(RetryOptions.none()))
        .isExactlyInstanceOf(SocketException.class);
    assertThat(sent).hasSize(2);
  }

  private Response signIn(RetryOptions retry) throws IOException {
    Transport transport =
        new SignInTransport(
            this::next,
            retry,
            Duration.ofSeconds(9),
            new Pacing(100, time.timing()),
            time.timing(),
            new Resources(),
            new KnownSecrets());
    return transport.send(new Request.Builder().url("https://login.example.com/token").build());
  }

  private PartnerBuilder builder() {
    return TimedPartners.builder(time.timing())
        .credentials(PartnerCredentials.bearer(() -> "token"))
        .transport(this::next);
  }

  private IPartner partner(PartnerBuilder builder) {
    IPartner partner = builder.build();
    partners.add(partner);
    return partner;
  }

  private StaleRepetitionTest stale() {
    script.add(
        request -> {
          throw new StaleConnectionException(new SocketException("reset"));
        });
    return this;
  }

  private StaleRepetitionTest breaks() {
    script.add(
        request -> {
          throw new SocketException("reset");
        });
    return this;
  }

  private StaleRepetitionTest answers(int status) {
    script.add(request -> Answers.of(request, status, Answers.SUMMARY));
    return this;
  }

  private Response next(Request request) throws IOException {
    sent.add(request);
    return script.remove().send(request);
  }

  private static <E extends PartnerException> E failure(IPartner partner, Class<E> type) {
    return catchThrowableOfType(type, () -> partner.invoices().summary().get());
  }
}
