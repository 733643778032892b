package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatTheCredentialsThrowIsTheCause() {
    IOException vaultIsSealed = new IOException("vault is sealed");
    PartnerAuthenticationException e =
        failure(
            request -> {
              throw vaultIsSealed;
            });

    assertThat(e).hasCause(vaultIsSealed).hasMessageContaining("vault is sealed");
    assertThat(e.attempts()).isEmpty();
    assertThat(server.requests()).isEmpty();
    assertThat(server.time().naps()).isEmpty();
  }

  @Test
  void evenAnErrorOfTheCredentialsIsReported() {
    PartnerAuthenticationException e =
        failure(
            request -> {
              throw new NoClassDefFoundError("com/microsoft/aad/msal4j");
            });

    assertThat(e).hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void aSignInThatWasCancelledIsAFailedOne() {
    PartnerAuthenticationException e =
        failure(
            request -> {
              throw new CancellationException("pool is shutting down");
            });

    assertThat(e).hasMessageContaining("pool is shutting down");
  }

  @Test
  void theCauseIsFoundInsideOfAFuturesWrapping() {
    PartnerAuthenticationException e =
        failure(
            request -> {
              throw new CompletionException(new IOException("no route to the authority"));
            });

    assertThat(e).hasMessageContaining("no route to the authority");
  }

  @Test
  void credentialsThatReturnNothingAreNamedAsTheTrouble() {
    assertThat(failure(request -> nothing()))
        .hasMessageContaining("the credentials returned no token");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "token\n", "token with blanks", "tökèn"})
  void aTokenThatCannotBeSentIsNotSent(String token) {
    PartnerAuthenticationException e = failure(PartnerCredentials.bearer(() -> token));

    assertThat(e).hasMessageContaining("token");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C49: a secret in what the credentials throw is blacked out")
  void secretsOfAFailedSignInAreBlackedOut() {
    PartnerAuthenticationException e =
        failure(
            request -> {
              throw new IOException("refused: client_secret=hunter2&scope=x");
            });

    assertThat(e.getMessage()).contains("client_secret=…").doesNotContain("hunter2");
  }

  @Test
  @DisplayName("C21: a sign-in that takes longer than the deadline says so")
  void aSignInSlowerThanTheDeadlineSaysSo() {
    CountDownLatch gate = new CountDownLatch(1);
    IPartner partner =
        server.partner(server.builder().credentials(behind(gate)).deadline(Duration.ofMillis(50)));

    PartnerTransportException e =
        catchThrowableOfType(
            PartnerTransportException.class, () -> partner.invoices().summary().get());
    gate.countDown();

    assertThat(e.phase()).isEqualTo(Phase.SIGN_IN);
    assertThat(e).hasMessageContaining("signing in took more than 50 ms");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C51: an interrupt ends the wait for a sign-in; the flag is kept")
  void anInterruptEndsTheWaitForASignIn() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    IPartner partner = server.partner(server.builder().credentials(behind(gate)));
    Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());

    call.awaitWaiting();
    call.interrupt();
    PartnerTransportException e = call.failure(PartnerTransportException.class);
    gate.countDown();

    assertThat(e.phase()).isEqualTo(Phase.SIGN_IN);
    assertThat(e).hasMessageContaining("was interrupted while signing in");
    assertThat(call.keptInterrupt()).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void theNextCallSignsInAfresh() {
    int[] signIns = {0};
    IPartner partner =
        server.partner(
            server
                .builder()
                .credentials(
                    request -> {
                      if (++signIns[0] == 1) throw new IOException("not yet");
                      return new AccessToken("token", null);
                    }));
    server.answersJson(200, Answers.SUMMARY);

    assertThatThrownBy(() -> partner.invoices().summary().get())
        .isInstanceOf(PartnerAuthenticationException.class);
    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @SuppressWarnings("NullAway") // Credentials that are not checked for it can.
  private static AccessToken nothing() {
    return null;
  }

  private static PartnerCredentials behind(CountDownLatch gate) {
    return request -> {
      Background.await(gate);
      return new AccessToken("token", null);
    };
  }

  private PartnerAuthenticationException failure(PartnerCredentials credentials) {
    IPartner partner = server.partner(server.builder().credentials(credentials));
    return catchThrowableOfType(
        PartnerAuthenticationException.class, () -> partner.invoices().summary().get());
  }
}
