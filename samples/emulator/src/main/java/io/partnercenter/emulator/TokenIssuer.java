package io.partnercenter.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the tokens that a sign-in yields, and has them accepted by the service. Thread-safe. */
final class TokenIssuer {
  private final Directory directory;
  private final TokenStore tokens;
  private final MfaPolicy mfa;
  private final Duration life;
  private final AtomicLong issued = new AtomicLong();

  TokenIssuer(Directory directory, TokenStore tokens, MfaPolicy mfa, Duration life) {
    this.directory = directory;
    this.tokens = tokens;
    this.mfa = mfa;
    this.life = life;
  }

  Duration life() {
    return life;
  }

  String issue(TokenScope what, boolean appOnly, Instant now) {
    String token =
        Jwt.of(
            claims -> {
              times(claims, what, now);
              if (appOnly) {
                app(claims);
              } else {
                user(claims, what);
              }
            });
    tokens.admit(token, new Caller(appOnly, what.resource()), now.plus(life));
    return token;
  }

  private void times(JsonWriter claims, TokenScope what, Instant now) {
    claims
        .text("aud", what.resource())
        .text("iss", "https://sts.windows.net/" + directory.tenantId() + "/")
        .whole("iat", now.getEpochSecond())
        .whole("nbf", now.getEpochSecond() - 300)
        .whole("exp", now.plus(life).getEpochSecond())
        .text("appid", directory.clientId())
        .text("tid", directory.tenantId())
        .text("uti", "emulated-" + issued.incrementAndGet()) // No two tokens are equal.
        .text("ver", "1.0");
  }

  private void app(JsonWriter claims) {
    claims.text("idtyp", "app").text("oid", directory.clientId()).text("sub", directory.clientId());
  }

  private void user(JsonWriter claims, TokenScope what) {
    claims
        .text("idtyp", "user")
        .text("oid", directory.userId())
        .text("sub", "sub-" + directory.userId())
        .text("upn", directory.userName())
        .text("scp", what.permission())
        .texts("amr", mfa.isShown() ? List.of("pwd", "mfa") : List.of("pwd"));
  }
}
