package io.partnercenter.credentials;

/** One way to sign in. */
sealed interface MsalFlow permits AppOnlyFlow, AppUserFlow, DeviceCodeFlow {
  AccessToken token(TokenRequest request) throws Exception;

  /** The same app, for the user whose refresh token is in {@code store}. */
  MsalFlow with(RefreshTokenStore store);
}
