package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.TrackedTransport;
import io.partnercenter.transport.OkHttpTransport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Listeners, consumers and credentials that throw: who gets it, and that nothing is left behind.
 */
class CodeOfOthersTest {
  private static final String UNREADABLE =
      "{\"items\":[{\"unitPrice\":\"cheap\"}],\"links\":"
          + "{\"next\":{\"uri\":\"/x\",\"method\":\"GET\",\"headers\":"
          + "[{\"key\":\"MS-ContinuationToken\",\"value\":\"more\"}]}}}";

  private final PartnerServer server = new PartnerServer();
  private final OkHttpClient client = new OkHttpClient();
  private final TrackedTransport transport = new TrackedTransport(new OkHttpTransport(client));
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    server.close();
    executor.shutdownNow();
  }

  enum Event {
    ATTEMPT,
    CALL,
    PAGE
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C26: an error of a listener ends the walk as it is, and leaves nothing behind")
  void anErrorOfAListener(Event event) throws Exception {
    AssertionError error = new AssertionError("in the listener");
    server.answersJson(200, Answers.page(1, 3, "more"));
    server.answersJson(200, Answers.page(4, 6, null));
    IPartner partner = partner(new Throwing(event, error));

    Throwable caught =
        catchThrowable(
            () -> partner.invoices().byId("G1").lineItems(Answers.ROWS).stream().count());

    assertThat(caught).isSameAs(error);
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C51: an interrupt that a listener throws keeps its flag, and the answer is kept too")
  void anInterruptOfAListener(Event event) throws Exception {
    server.answersJson(200, Answers.page(1, 3, null));
    IPartner partner = partner(new Throwing(event, new InterruptedException()));

    long rows = partner.invoices().byId("G1").lineItems(Answers.ROWS).stream().count();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rows).isEqualTo(3);
    assertNothingIsLeft();
  }

  static Throwable[] failures() {
    return new Throwable[] {new IllegalStateException("disk is full"), new StackOverflowError()};
  }

  @ParameterizedTest
  @MethodSource("failures")
  @DisplayName(
      "C26: whatever a consumer of unreadable rows throws ends the walk and nothing is left")
  void aConsumerOfUnreadableRows(Throwable failure) throws Exception {
    server.answersJson(200, UNREADABLE);
    server.answersJson(200, Answers.page(4, 6, null));
    var rows =
        partner(new PartnerListener() {})
            .invoices()
            .byId("G1")
            .lineItems(Answers.ROWS)
            .onUnreadable(row -> sneak(failure));

    assertThat(catchThrowable(() -> rows.stream().count())).isSameAs(failure);
    assertNothingIsLeft();
  }

  @Test
  @DisplayName("C26: credentials that failed with an error are asked again by the next call")
  void anErrorOfTheCredentials() throws Exception {
    int[] signIns = {0};
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner =
        server.partner(
            server
                .builder()
                .transport(transport)
                .credentials(
                    request -> {
                      if (++signIns[0] == 1) throw new StackOverflowError();
                      return new AccessToken("token", null);
                    }));

    assertThat(catchThrowable(() -> partner.invoices().summary().get()))
        .isInstanceOf(PartnerAuthenticationException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(partner.invoices().summary().get()).isNotNull();
    assertNothingIsLeft();
  }

  private IPartner partner(PartnerListener listener) {
    return server.partner(
        server.builder().transport(transport).executor(executor).listener(listener));
  }

  private void assertNothingIsLeft() throws InterruptedException {
    executor.shutdown(); // Interrupts nobody: what is under way has to end by itself.
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(transport.answers()).isPositive();
    assertThat(transport.open()).isZero();
    assertThat(client.connectionPool().connectionCount())
        .isEqualTo(client.connectionPool().idleConnectionCount());
  }

  private record Throwing(Event event, Throwable failure) implements PartnerListener {
    @Override
    public void onAttempt(AttemptEvent attempt) {
      if (event == Event.ATTEMPT) sneak(failure);
    }

    @Override
    public void onCall(CallEvent call) {
      if (event == Event.CALL) sneak(failure);
    }

    @Override
    public void onPage(PageEvent page) {
      if (event == Event.PAGE) sneak(failure);
    }
  }

  /** As languages without checked exceptions do. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void sneak(Throwable e) throws E {
    throw (E) e;
  }
}
