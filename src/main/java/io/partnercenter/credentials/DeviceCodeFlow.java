package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A person at a console, who is asked when no refresh token will do. */
final class DeviceCodeFlow implements MsalFlow {
  private final MsalApplication application;
  private final Consumer<DeviceCode> prompt;
  private final RefreshTokens tokens;

  DeviceCodeFlow(MsalApplication application, Consumer<DeviceCode> prompt, RefreshTokens tokens) {
    this.application = application;
    this.prompt = prompt;
    this.tokens = tokens;
  }

  @Override
  public synchronized AccessToken token(TokenRequest request) throws Exception {
    AccessToken renewed = renewed(request);
    if (renewed != null) return renewed;
    MsalThread thread = new MsalThread(true);
    var client = application.open(request.transport(), thread).build();
    var parameters =
        DeviceCodeFlowParameters.builder(Set.of(request.scope()), code -> prompt.accept(own(code)))
            .build();
    AccessToken token = thread.run(() -> client.acquireToken(parameters));
    tokens.keep(client);
    return token;
  }

  /** By the refresh token there is; null if there is none, or Entra wants to see the person. */
  private @Nullable AccessToken renewed(TokenRequest request) throws Exception {
    String refreshToken = tokens.read();
    if (refreshToken == null) return null;
    MsalThread thread = new MsalThread(true);
    var client = application.open(request.transport(), thread).build();
    try {
      return tokens.redeem(refreshToken, request, client, thread);
    } catch (SignInException e) {
      if (!e.needsPerson()) throw e;
      return null;
    }
  }

  private static DeviceCode own(com.microsoft.aad.msal4j.DeviceCode code) {
    return new DeviceCode(
        code.userCode(),
        URI.create(code.verificationUri()),
        Duration.ofSeconds(code.expiresIn()),
        code.message());
  }

  @Override
  public MsalFlow with(RefreshTokenStore store) {
    return new DeviceCodeFlow(application, prompt, new RefreshTokens(store));
  }

  @Override
  public String toString() {
    return application + ", device code";
  }
}
