package io.partnercenter.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where apps get tokens, for themselves and for users. */
final class TokenEndpoint {
  private final Directory directory;
  private final TokenIssuer accessTokens;
  private final RefreshTokenStore refreshTokens;
  private final DeviceCodes deviceCodes;
  private final ClientAuthentication client;
  private final InstantSource clock;

  TokenEndpoint(
      Directory directory,
      TokenIssuer accessTokens,
      RefreshTokenStore refreshTokens,
      DeviceCodes deviceCodes,
      InstantSource clock) {
    this.directory = directory;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.deviceCodes = deviceCodes;
    this.client = new ClientAuthentication(directory, clock);
    this.clock = clock;
  }

  /** The older endpoint: a resource, and numbers as texts (contract 2.1). */
  Response older(SignInForm form) {
    return signIn(form, TokenScope::ofResource).olderAnswer();
  }

  /** The newer endpoint: a scope, and numbers as numbers. */
  Response newer(SignInForm form) {
    return signIn(form, TokenScope::ofScope).newerAnswer();
  }

  private TokenResponse signIn(SignInForm form, Function<SignInForm, TokenScope> wanted) {
    return switch (form.required("grant_type")) {
      case "client_credentials" -> app(form, wanted);
      case "refresh_token" -> refreshed(form, wanted);
      case "device_code", "urn:ietf:params:oauth:grant-type:device_code" -> device(form, wanted);
      default -> throw SignInErrorException.of(70003);
    };
  }

  private TokenResponse app(SignInForm form, Function<SignInForm, TokenScope> wanted) {
    client.authenticate(form, 7000216);
    TokenScope what = wanted.apply(form);
    if (!what.isDefaultOnly()) throw SignInErrorException.of(1002012);
    return signedIn(what, null);
  }

  private TokenResponse refreshed(SignInForm form, Function<SignInForm, TokenScope> wanted) {
    client.identify(form);
    String token = form.required("refresh_token");
    if (form.value("client_secret") != null || refreshTokens.isForProvenApp(token)) {
      client.authenticate(form, 7000218);
    }
    TokenScope what = wanted.apply(form);
    return signedIn(what, refreshTokens.rotate(token));
  }

  private TokenResponse device(SignInForm form, Function<SignInForm, TokenScope> wanted) {
    client.identify(form);
    TokenScope what = wanted.apply(form);
    deviceCodes.redeem(form.required("device_code"));
    return signedIn(what, refreshTokens.issue(false));
  }

  private TokenResponse signedIn(TokenScope what, @Nullable String refreshToken) {
    Instant now = clock.instant();
    boolean appOnly = refreshToken == null;
    return new TokenResponse(
        directory,
        accessTokens.issue(what, appOnly, now),
        what.resource(),
        what.granted(),
        refreshToken,
        now,
        accessTokens.life());
  }
}
