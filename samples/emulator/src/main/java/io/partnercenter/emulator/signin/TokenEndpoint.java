package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The token endpoints, for apps with and without a user. */
final class TokenEndpoint {
  private final Directory directory;
  private final TokenIssuer tokenIssuer;
  private final RefreshTokenStore refreshTokens;
  private final DeviceCodes deviceCodes;
  private final ClientAuthentication clientAuthentication;
  private final InstantSource clock;

  TokenEndpoint(
      Directory directory,
      TokenIssuer tokenIssuer,
      RefreshTokenStore refreshTokens,
      DeviceCodes deviceCodes,
      InstantSource clock) {
    this.directory = directory;
    this.tokenIssuer = tokenIssuer;
    this.refreshTokens = refreshTokens;
    this.deviceCodes = deviceCodes;
    this.clientAuthentication = new ClientAuthentication(directory, clock);
    this.clock = clock;
  }

  /** Handles the v1.0 endpoint: a resource, and numbers as strings (contract 2.1). */
  Response v1(SignInForm form) {
    return signIn(form, TokenScope::ofResource).v1Response();
  }

  /** Handles the v2.0 endpoint: a scope, and numbers as numbers. */
  Response v2(SignInForm form) {
    return signIn(form, TokenScope::ofScope).v2Response();
  }

  private TokenResponse signIn(SignInForm form, Function<SignInForm, TokenScope> scopeOf) {
    return switch (form.required("grant_type")) {
      case "client_credentials" -> clientCredentials(form, scopeOf);
      case "refresh_token" -> refreshToken(form, scopeOf);
      case "device_code", "urn:ietf:params:oauth:grant-type:device_code" ->
          deviceCode(form, scopeOf);
      default -> throw SignInErrorException.of(70003);
    };
  }

  private TokenResponse clientCredentials(
      SignInForm form, Function<SignInForm, TokenScope> scopeOf) {
    clientAuthentication.authenticate(form, 7000216);
    TokenScope scope = scopeOf.apply(form);
    if (!scope.isDefaultOnly()) throw SignInErrorException.of(1002012);
    return signedIn(scope, null);
  }

  private TokenResponse refreshToken(SignInForm form, Function<SignInForm, TokenScope> scopeOf) {
    clientAuthentication.checkClientId(form);
    String token = form.required("refresh_token");
    if (form.value("client_secret") != null || refreshTokens.requiresClientAuthentication(token)) {
      clientAuthentication.authenticate(form, 7000218);
    }
    TokenScope scope = scopeOf.apply(form);
    return signedIn(scope, refreshTokens.rotate(token));
  }

  private TokenResponse deviceCode(SignInForm form, Function<SignInForm, TokenScope> scopeOf) {
    clientAuthentication.checkClientId(form);
    TokenScope scope = scopeOf.apply(form);
    deviceCodes.redeem(form.required("device_code"));
    return signedIn(scope, refreshTokens.issue(false));
  }

  private TokenResponse signedIn(TokenScope scope, @Nullable String refreshToken) {
    Instant now = clock.instant();
    boolean appOnly = refreshToken == null;
    return new TokenResponse(
        directory,
        tokenIssuer.issue(scope, appOnly, now),
        scope.resource(),
        scope.grantedScopes(),
        refreshToken,
        now,
        tokenIssuer.life());
  }
}
