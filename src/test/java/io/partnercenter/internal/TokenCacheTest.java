package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Transport NOWHERE =
      request -> {
        throw new IOException("there is no network here");
      };

  private final FakeTime time = new FakeTime();
  private final List<TokenRequest> signIns = Collections.synchronizedList(new ArrayList<>());

  @Test
  void asksForTheAudienceOfTheCloud() throws Exception {
    cache(living(Duration.ofHours(1))).get(null, PATIENCE);

    assertThat(signIns).containsExactly(new TokenRequest("https://audience", false, NOWHERE));
    assertThat(signIns.get(0).scope()).isEqualTo("https://audience/.default");
  }

  @Test
  @DisplayName("C4: a token is renewed before it expires")
  void aTokenIsRenewedShortlyBeforeItExpires() throws Exception {
    TokenCache tokens = cache(living(Duration.ofHours(1)));
    tokens.get(null, PATIENCE);

    time.pass(Duration.ofMinutes(58).minusSeconds(1));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-1");

    time.pass(Duration.ofSeconds(1));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-2");
    assertThat(signIns).extracting(TokenRequest::refused).containsOnly(false);
  }

  @Test
  void aTokenThatLivesBrieflyIsUsedForHalfItsLife() throws Exception {
    TokenCache tokens = cache(living(Duration.ofSeconds(60)));
    tokens.get(null, PATIENCE);

    time.pass(Duration.ofSeconds(29));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-1");

    time.pass(Duration.ofSeconds(1));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-2");
  }

  @Test
  void aTokenThatDoesNotSayWhenItExpiresIsAskedForAgainAfterFiveMinutes() throws Exception {
    TokenCache tokens = cache(request -> new AccessToken("opaque-" + signIns.size(), null));
    tokens.get(null, PATIENCE);

    time.pass(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("opaque-1");

    time.pass(Duration.ofSeconds(1));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("opaque-2");
  }

  @Test
  void aTokenThatHasExpiredAlreadyIsAskedForPastAllCaches() throws Exception {
    TokenCache tokens =
        cache(request -> living(Duration.ofMinutes(request.refused() ? 60 : -5)).token(request));

    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-2");
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-2");
    assertThat(signIns).extracting(TokenRequest::refused).containsExactly(false, true);
  }

  @Test
  void aTokenThatHasStillExpiredIsSentOnceAndNotKept() throws Exception {
    TokenCache tokens = cache(living(Duration.ofMinutes(-5)));

    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-2");
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-4");
  }

  @Test
  void aTokenThatAnotherThreadHasReplacedAlreadyIsNotReplacedAgain() throws Exception {
    TokenCache tokens = cache(living(Duration.ofHours(1)));
    AccessToken first = tokens.get(null, PATIENCE);

    AccessToken second = tokens.get(first, PATIENCE);

    assertThat(tokens.get(first, PATIENCE)).isEqualTo(second);
    assertThat(signIns).extracting(TokenRequest::refused).containsExactly(false, true);
  }

  @Test
  @DisplayName("C4: 16 threads that find the token expired sign in once")
  void sixteenThreadsSignInOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TokenCache tokens = cache(behind(gate, living(Duration.ofHours(1))));

    List<Background<AccessToken>> callers = waiting(tokens);
    gate.countDown();

    for (Background<AccessToken> caller : callers) {
      assertThat(caller.result().value()).isEqualTo("hunter2-token-1");
    }
    assertThat(signIns).hasSize(1);
  }

  @Test
  void aFailedSignInFailsAllWhoWaitForItAndIsNotRemembered() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    IllegalStateException vaultIsSealed = new IllegalStateException("vault is sealed");
    PartnerCredentials once =
        request -> {
          if (signIns.size() == 1) throw vaultIsSealed;
          return new AccessToken("token", null);
        };
    TokenCache tokens = cache(behind(gate, once));

    List<Background<AccessToken>> callers = waiting(tokens);
    gate.countDown();

    for (Background<AccessToken> caller : callers) {
      assertThat(caller.failure(ExecutionException.class)).hasCause(vaultIsSealed);
    }
    assertThat(signIns).hasSize(1);
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("token");
  }

  @Test
  @DisplayName("C51: an interrupted caller leaves, and the sign-in goes on for the others")
  void anInterruptedCallerDoesNotEndTheSignInOfOthers() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TokenCache tokens = cache(behind(gate, living(Duration.ofHours(1))));
    Background<AccessToken> interrupted = waiting(tokens).get(0);
    Background<AccessToken> other = waiting(tokens).get(0);

    interrupted.interrupt();
    assertThat(interrupted.failure(InterruptedException.class)).isNotNull();
    gate.countDown();

    assertThat(other.result().value()).isEqualTo("hunter2-token-1");
  }

  @Test
  @DisplayName("C4: a renewal that began before the refusal does not bring the refused token again")
  void aRenewalThatKnowsNothingOfTheRefusalIsFollowedByOneThatDoes() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    PartnerCredentials keeping = // As a cache of the credentials' own does until it is told.
        request -> {
          if (signIns.size() == 2) Background.await(gate);
          String token = request.refused() ? "token-2" : "token-1";
          return new AccessToken(token, time.now().plus(Duration.ofHours(1)));
        };
    TokenCache tokens = cache(keeping);
    AccessToken first = tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(58));
    Background<AccessToken> renewing = Background.start(() -> tokens.get(null, PATIENCE));
    renewing.awaitWaiting();
    Background<AccessToken> refused = Background.start(() -> tokens.get(first, PATIENCE));
    refused.awaitWaiting();

    gate.countDown();

    assertThat(refused.result().value()).isEqualTo("token-2");
    assertThat(renewing.result().value()).isEqualTo("token-1");
    assertThat(signIns).extracting(TokenRequest::refused).containsExactly(false, false, true);
  }

  @Test
  void aRenewalThatFailsIsNoTroubleWhileTheTokenIsGood() throws Exception {
    TokenCache tokens = cache(onlyOnce(living(Duration.ofHours(1))));
    tokens.get(null, PATIENCE);

    time.pass(Duration.ofMinutes(58));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-1");
    assertThat(signIns).hasSize(2);

    time.pass(Duration.ofMinutes(2));
    assertThatThrownBy(() -> tokens.get(null, PATIENCE)).isInstanceOf(ExecutionException.class);
  }

  @Test
  void aRenewalThatFailsIsTriedAgainAfterTenSeconds() throws Exception {
    TokenCache tokens = cache(onlyOnce(living(Duration.ofHours(1))));
    tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(58));

    for (int i = 0; i < 10; i++) {
      tokens.get(null, PATIENCE);
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(signIns).hasSize(2);

    tokens.get(null, PATIENCE);
    assertThat(signIns).hasSize(3);
  }

  @Test
  void aTokenIsNotUsedPastItsExpiryBecauseItsRenewalFailed() throws Exception {
    TokenCache tokens = cache(onlyOnce(living(Duration.ofMinutes(60))));
    tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(60).minusSeconds(5));
    tokens.get(null, PATIENCE);

    time.pass(Duration.ofSeconds(5));

    assertThatThrownBy(() -> tokens.get(null, PATIENCE)).isInstanceOf(ExecutionException.class);
  }

  @Test
  void aTokenOfUnknownExpiryOutlivesAFailedRenewalToo() throws Exception {
    TokenCache tokens = cache(onlyOnce(request -> new AccessToken("opaque", null)));
    AccessToken first = tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(5));

    assertThat(tokens.get(null, PATIENCE)).isEqualTo(first);
  }

  @Test
  void aRefusedTokenIsNotFallenBackOn() throws Exception {
    TokenCache tokens = cache(onlyOnce(living(Duration.ofHours(1))));
    AccessToken first = tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(58));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.get(first, PATIENCE)).isInstanceOf(ExecutionException.class);
    }
    assertThat(signIns).extracting(TokenRequest::refused).containsExactly(false, true, true);
  }

  @Test
  void aRenewalThatHangsIsNotWaitedForWhileTheTokenIsGood() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TokenCache tokens = cache(renewing(gate, living(Duration.ofHours(1))));
    tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(58));

    Background<AccessToken> first = Background.start(() -> tokens.get(null, PATIENCE));
    first.awaitWaiting();
    time.pass(Duration.ofSeconds(1));
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-1");
    assertThat(first.result().value()).isEqualTo("hunter2-token-1");

    assertThat(signIns).hasSize(2);
    gate.countDown();
  }

  @Test
  void aRenewalThatHangsIsWaitedForOnceTheTokenHasExpired() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TokenCache tokens = cache(renewing(gate, living(Duration.ofHours(1))));
    tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(60));
    Background<AccessToken> caller = Background.start(() -> tokens.get(null, PATIENCE));
    caller.awaitWaiting();

    gate.countDown();

    assertThat(caller.result().value()).isEqualTo("hunter2-token-2");
  }

  @Test
  void closingEndsTheFallingBack() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TokenCache tokens = cache(renewing(gate, living(Duration.ofHours(1))));
    tokens.get(null, PATIENCE);
    time.pass(Duration.ofMinutes(58));
    Background<AccessToken> caller = Background.start(() -> tokens.get(null, PATIENCE));
    caller.awaitWaiting();

    tokens.close();

    assertThat(caller.failure(ExecutionException.class)).hasMessageContaining("closed");
  }

  @Test
  void aCallerWaitsNoLongerThanItMay() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TokenCache tokens = cache(behind(gate, living(Duration.ofHours(1))));

    assertThatThrownBy(() -> tokens.get(null, Duration.ofMillis(20)))
        .isInstanceOf(TimeoutException.class);

    gate.countDown();
    assertThat(tokens.get(null, PATIENCE).value()).isEqualTo("hunter2-token-1");
    assertThat(signIns).hasSize(1);
  }

  private TokenCache cache(PartnerCredentials credentials) {
    PartnerCredentials counted =
        request -> {
          signIns.add(request);
          return credentials.token(request);
        };
    TokenCheck check = new TokenCheck(PartnerCloud.GLOBAL, "https://audience", null);
    return new TokenCache(
        counted, check, NOWHERE, new SignIns(new Pacing(100, time.timing())), time.timing());
  }

  private PartnerCredentials living(Duration life) {
    return request -> new AccessToken("hunter2-token-" + signIns.size(), time.now().plus(life));
  }

  /** Signs in the first time, and never again. */
  private PartnerCredentials onlyOnce(PartnerCredentials credentials) {
    return request -> {
      if (signIns.size() > 1) throw new IOException("the token service is down");
      return credentials.token(request);
    };
  }

  /** Signs in at once the first time, and then when the gate is open. */
  private PartnerCredentials renewing(CountDownLatch gate, PartnerCredentials credentials) {
    return request -> {
      if (signIns.size() > 1) Background.await(gate);
      return credentials.token(request);
    };
  }

  private static PartnerCredentials behind(CountDownLatch gate, PartnerCredentials credentials) {
    return request -> {
      Background.await(gate);
      return credentials.token(request);
    };
  }

  /** Sixteen threads, each in the middle of {@code get}. */
  private static List<Background<AccessToken>> waiting(TokenCache tokens) {
    List<Background<AccessToken>> callers = new ArrayList<>();
    for (int i = 0; i < 16; i++) callers.add(Background.start(() -> tokens.get(null, PATIENCE)));
    callers.forEach(Background::awaitWaiting);
    return callers;
  }
}
