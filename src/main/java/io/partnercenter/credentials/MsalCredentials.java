package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.IClientCredential;
import io.partnercenter.PartnerCloud;
import java.util.Objects;

/**
 * Signs in at Microsoft Entra, with Microsoft's own library. It is optional: who uses this class
 * adds {@code com.microsoft.azure:msal4j} to the dependencies, and on the module path requires
 * {@code com.microsoft.aad.msal4j} and the {@code com.azure.json} that it does not ask for itself.
 *
 * <pre>{@code
 * MsalCredentials app = MsalCredentials.of(GLOBAL, tenantId, clientId).clientSecret(secret);
 * MsalCredentials appAndUser = app.refreshToken(store);
 * }</pre>
 *
 * <p>A sign-in is one request to the token endpoint of the cloud, which goes through the partner's
 * own transport; nothing else is asked of anybody. If the endpoint cannot be reached or is busy,
 * the request is repeated as the partner's retry options say. If it refuses, a {@link
 * SignInException} says with its code why, and what to do; if it is throttled, how long to wait.
 *
 * <p>One set of credentials serves any number of partners and audiences; sign-ins for a user take
 * turns. Secrets and tokens are in nothing that it prints, nor in what MSAL logs, which is under
 * {@code com.microsoft.aad.msal4j} and has a WARN for each sign-in that fails. Immutable but for
 * the tokens it remembers; thread-safe.
 */
public final class MsalCredentials implements PartnerCredentials {
  private final MsalFlow flow;

  private MsalCredentials(MsalFlow flow) {
    this.flow = flow;
  }

  /**
   * Begins with an app registration.
   *
   * @param cloud where its tenant is
   * @param tenantId the partner's own tenant, by its GUID or one of its domains
   * @param clientId the app's id
   * @throws IllegalArgumentException if one of the ids cannot be any
   */
  public static MsalClient of(PartnerCloud cloud, String tenantId, String clientId) {
    return new MsalClient(cloud, tenantId, clientId);
  }

  static MsalCredentials appOnly(MsalApplication application, IClientCredential proof) {
    return new MsalCredentials(new AppOnlyFlow(application, proof, new MsalMemory()));
  }

  static MsalCredentials deviceCode(DeviceCodeFlow flow) {
    return new MsalCredentials(flow);
  }

  /**
   * The same app, together with the user whose refresh token is in {@code store}: the Secure
   * Application Model, which operations such as fetching one invoice need. Entra may answer with a
   * new refresh token at any time; it is stored before the access token is used.
   *
   * <p>After {@link MsalClient#deviceCode}, nobody is asked for as long as the stored one is good.
   */
  public MsalCredentials refreshToken(RefreshTokenStore store) {
    return new MsalCredentials(flow.with(Objects.requireNonNull(store, "store")));
  }

  /**
   * Signs in, or takes the app's token from the sign-in before, if it is good for five minutes more
   * and has not been refused.
   *
   * @throws SignInException if the token endpoint refuses or cannot be reached
   */
  @Override
  public AccessToken token(TokenRequest request) throws Exception {
    return flow.token(request);
  }

  /** App, tenant and kind of sign-in; no secret. */
  @Override
  public String toString() {
    return "MsalCredentials[" + flow + "]";
  }
}
