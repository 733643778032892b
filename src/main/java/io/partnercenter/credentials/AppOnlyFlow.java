package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.IClientCredential;
import java.util.Set;

/** An app that speaks for itself. */
final class AppOnlyFlow implements MsalFlow {
  private final MsalApplication application;
  private final IClientCredential proof;
  private final MsalMemory memory;

  AppOnlyFlow(MsalApplication application, IClientCredential proof, MsalMemory memory) {
    this.application = application;
    this.proof = proof;
    this.memory = memory;
  }

  @Override
  public AccessToken token(TokenRequest request) throws Exception {
    MsalThread thread = new MsalThread(false);
    var client =
        application
            .confidential(proof, request.transport(), thread)
            .setTokenCacheAccessAspect(memory)
            .build();
    var parameters =
        ClientCredentialParameters.builder(Set.of(request.scope()))
            .skipCache(request.refused())
            .build();
    return thread.run(() -> client.acquireToken(parameters));
  }

  @Override
  public MsalFlow with(RefreshTokenStore store) {
    return new AppUserFlow(application, proof, new RefreshTokens(store));
  }

  @Override
  public String toString() {
    return application + ", app-only";
  }
}
