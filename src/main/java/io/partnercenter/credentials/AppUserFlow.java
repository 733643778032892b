package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.IClientCredential;

/** An app that speaks for a user who has signed in once: the Secure Application Model. */
final class AppUserFlow implements MsalFlow {
  private final MsalApplication application;
  private final IClientCredential proof;
  private final RefreshTokens tokens;

  AppUserFlow(MsalApplication application, IClientCredential proof, RefreshTokens tokens) {
    this.application = application;
    this.proof = proof;
    this.tokens = tokens;
  }

  @Override
  public synchronized AccessToken token(TokenRequest request) throws Exception {
    String refreshToken = tokens.read();
    if (refreshToken == null) {
      throw new SignInException(
          "there is no refresh token in the store; let the user sign in once, with multi-factor"
              + " authentication, and store the one that brings");
    }
    MsalThread thread = new MsalThread(true);
    var client = application.confidential(proof, request.transport(), thread).build();
    return tokens.redeem(refreshToken, request, client, thread);
  }

  @Override
  public MsalFlow with(RefreshTokenStore store) {
    return new AppUserFlow(application, proof, new RefreshTokens(store));
  }

  @Override
  public String toString() {
    return application + ", app+user";
  }
}
