package io.partnercenter.internal;

import static io.partnercenter.internal.Interleavings.check;
import static io.partnercenter.internal.Interleavings.together;

import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenInterleavingsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final Instant EXPIRY = START.plusSeconds(3600);

  @Test
  @DisplayName("C4, C25: two threads that both need the first token sign in once")
  void twoThreadsSignInOnce() {
    Interleavings.of(
        "a first sign-in of two threads",
        1_000,
        () -> {
          AtomicInteger signIns = new AtomicInteger();
          TokenCache tokens =
              cache(request -> token("token-" + signIns.incrementAndGet()), () -> START);
          String[] seen = new String[2];

          together(() -> seen[0] = get(tokens, null), () -> seen[1] = get(tokens, null));

          check(signIns.get() == 1, "one sign-in");
          check("token-1".equals(seen[0]) && "token-1".equals(seen[1]), "its token for both");
        });
  }

  @Test
  @DisplayName("C4: a refused token is never had again, whoever renews it meanwhile")
  void aRefusedTokenIsNeverHadAgain() {
    Interleavings.of(
        "a refusal beside a renewal",
        1_000,
        () -> {
          // The credentials keep a token until they are told that it was refused.
          Instant[] now = {START};
          TokenCache tokens =
              cache(request -> token(request.refused() ? "token-2" : "token-1"), () -> now[0]);
          AccessToken first = token("token-1");
          get(tokens, null);
          now[0] = EXPIRY.minusSeconds(60); // Time to renew it.
          String[] seen = new String[1];

          together(() -> get(tokens, null), () -> seen[0] = get(tokens, first));

          check("token-2".equals(seen[0]), "another token than the refused one");
        });
  }

  private static AccessToken token(String value) {
    return new AccessToken(value, EXPIRY);
  }

  private static TokenCache cache(PartnerCredentials credentials, InstantSource clock) {
    Timing timing = new Timing(clock, () -> 0, (pause, closed) -> {}, () -> 0.5);
    return new TokenCache(
        credentials,
        new TokenCheck(PartnerCloud.GLOBAL, "https://audience", null),
        request -> {
          throw new IOException("there is no network here");
        },
        new SignIns(new Pacing(100, timing)),
        timing);
  }

  private static String get(TokenCache tokens, @Nullable AccessToken refused) {
    try {
      return tokens.get(refused, PATIENCE).value();
    } catch (ExecutionException e) {
      return "none";
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
