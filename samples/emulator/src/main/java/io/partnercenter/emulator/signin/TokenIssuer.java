package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.support.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The issuer of access tokens, which the services then accept. Thread-safe. */
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

  String issue(TokenScope scope, boolean appOnly, Instant now) {
    String token =
        Jwt.of(
            claims -> {
              addTimes(claims, scope, now);
              if (appOnly) {
                addApp(claims);
              } else {
                addUser(claims, scope);
              }
            });
    tokens.add(token, new Caller(appOnly, scope.resource()), now.plus(life));
    return token;
  }

  private void addTimes(JsonWriter claims, TokenScope scope, Instant now) {
    claims
        .text("aud", scope.resource())
        .text("iss", "https://sts.windows.net/" + directory.tenantId() + "/")
        .integer("iat", now.getEpochSecond())
        .integer("nbf", now.getEpochSecond() - 300)
        .integer("exp", now.plus(life).getEpochSecond())
        .text("appid", directory.clientId())
        .text("tid", directory.tenantId())
        .text("uti", "emulated-" + issued.incrementAndGet()) // No two tokens are equal.
        .text("ver", "1.0");
  }

  private void addApp(JsonWriter claims) {
    claims.text("idtyp", "app").text("oid", directory.clientId()).text("sub", directory.clientId());
  }

  private void addUser(JsonWriter claims, TokenScope scope) {
    claims
        .text("idtyp", "user")
        .text("oid", directory.userId())
        .text("sub", "sub-" + directory.userId())
        .text("upn", directory.userName())
        .text("scp", scope.permission())
        .texts("amr", mfa.isShown() ? List.of("pwd", "mfa") : List.of("pwd"));
  }
}
