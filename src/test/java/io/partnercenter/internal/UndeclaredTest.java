package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transports of other people, which need not keep to what they declare. */
class UndeclaredTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    Thread.interrupted();
    server.close();
  }

  static Exception[] interrupts() {
    return new Exception[] {
      new InterruptedException(),
      new InterruptedIOException("interrupted"), // As okio says it.
      new IOException(new InterruptedException()),
      new ClosedByInterruptException(),
    };
  }

  @ParameterizedTest
  @MethodSource("interrupts")
  @DisplayName("C51: an interrupt that a transport throws ends the call, and its flag is set")
  void anInterruptEndsTheCall(Exception interrupt) {
    Throwable failure = catchThrowable(() -> throwing(interrupt).invoices().summary().get());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure)
        .isInstanceOfSatisfying(
            PartnerTransportException.class,
            e -> {
              assertThat(e.phase()).isEqualTo(Phase.ANSWER);
              assertThat(e.attempts()).hasSize(1);
              assertThat(e).hasMessageContaining("was interrupted");
              assertThat(e).hasRootCauseInstanceOf(root(interrupt).getClass());
            });
  }

  @Test
  @DisplayName("C19: what a transport throws without declaring it is a connection that failed")
  void whatIsNotDeclaredIsABrokenConnection() {
    TimeoutException pool = new TimeoutException("the pool is empty");

    Throwable failure = catchThrowable(() -> throwing(pool).invoices().summary().get());

    assertThat(failure).isInstanceOf(PartnerTransportException.class).hasRootCause(pool);
    assertThat(failure).hasMessageContaining("the pool is empty");
    assertThat(server.time().naps()).hasSize(3);
  }

  @Test
  void aMistakeOfATransportComesThroughAsItIs() {
    IllegalStateException mistake = new IllegalStateException("not started");

    assertThat(catchThrowable(() -> throwing(mistake).invoices().summary().get()))
        .isSameAs(mistake);
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void aTimeoutIsNoInterrupt() {
    Transport slow =
        request -> {
          throw new InterruptedIOException("timeout");
        };
    IPartner partner = server.partner(server.builder().transport(slow));

    assertThat(catchThrowable(() -> partner.invoices().summary().get()))
        .hasMessageContaining("ran out of time");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(server.time().naps()).hasSize(3);
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }

  private IPartner throwing(Exception e) {
    server.answersJson(200, Answers.SUMMARY);
    return server.partner(server.builder().transport(request -> sneak(e)));
  }

  /** As languages without checked exceptions do. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Exception> T sneak(Exception e) throws E {
    throw (E) e;
  }
}
