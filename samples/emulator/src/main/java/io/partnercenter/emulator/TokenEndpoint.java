package io.partnercenter.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where apps get tokens, for themselves and for users. */
final class TokenEndpoint {
  private final Directory directory;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final DeviceCodes deviceCodes;
  private final ClientCheck client;
  private final InstantSource clock;

  TokenEndpoint(
      Directory directory,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      DeviceCodes deviceCodes,
      InstantSource clock) {
    this.directory = directory;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.deviceCodes = deviceCodes;
    this.client = new ClientCheck(directory, clock);
    this.clock = clock;
  }

  /** The older endpoint: a resource, and numbers as texts (contract 2.1). */
  Answer older(SignInForm form) {
    return signIn(form, Wanted::ofResource).olderAnswer();
  }

  /** The newer endpoint: a scope, and numbers as numbers. */
  Answer newer(SignInForm form) {
    return signIn(form, Wanted::ofScope).newerAnswer();
  }

  private SignedIn signIn(SignInForm form, Function<SignInForm, Wanted> wanted) {
    return switch (form.required("grant_type")) {
      case "client_credentials" -> app(form, wanted);
      case "refresh_token" -> refreshed(form, wanted);
      case "device_code", "urn:ietf:params:oauth:grant-type:device_code" -> device(form, wanted);
      default -> throw SignInRefusal.of(70003);
    };
  }

  private SignedIn app(SignInForm form, Function<SignInForm, Wanted> wanted) {
    client.authenticate(form, 7000216);
    Wanted what = wanted.apply(form);
    if (!what.isDefaultOnly()) throw SignInRefusal.of(1002012);
    return signedIn(what, null);
  }

  private SignedIn refreshed(SignInForm form, Function<SignInForm, Wanted> wanted) {
    client.identify(form);
    String token = form.required("refresh_token");
    if (form.value("client_secret") != null || refreshTokens.isForProvenApp(token)) {
      client.authenticate(form, 7000218);
    }
    Wanted what = wanted.apply(form);
    return signedIn(what, refreshTokens.rotate(token));
  }

  private SignedIn device(SignInForm form, Function<SignInForm, Wanted> wanted) {
    client.identify(form);
    Wanted what = wanted.apply(form);
    deviceCodes.redeem(form.required("device_code"));
    return signedIn(what, refreshTokens.issue(false));
  }

  private SignedIn signedIn(Wanted what, @Nullable String refreshToken) {
    Instant now = clock.instant();
    boolean appOnly = refreshToken == null;
    return new SignedIn(
        directory,
        accessTokens.issue(what, appOnly, now),
        what.resource(),
        what.granted(),
        refreshToken,
        now,
        accessTokens.life());
  }
}
