package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import io.partnercenter.PartnerCloud;
import io.partnercenter.internal.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An app registration that has yet to say how it proves itself: with a secret, with a certificate,
 * or not at all, but with a person at a console. Makes no requests.
 */
public final class MsalClient {
  private final MsalApplication application;

  MsalClient(PartnerCloud cloud, String tenantId, String clientId) {
    Arguments.check(
        tenantId.matches("[\\p{Alnum}.-]+"),
        "tenantId is a GUID or a domain, not %s",
        Arguments.shown(tenantId));
    Arguments.guid(clientId, "clientId");
    this.application = new MsalApplication(cloud.authority() + "/" + tenantId + "/", clientId);
  }

  /**
   * With a secret of the app registration: its value, not its id. App-only, until {@link
   * MsalCredentials#refreshToken} adds a user.
   */
  public MsalCredentials clientSecret(String secret) {
    Arguments.check(!secret.isBlank(), "the client secret is blank");
    return MsalCredentials.appOnly(application, ClientCredentialFactory.createFromSecret(secret));
  }

  /**
   * With a certificate that the app registration knows, as Microsoft recommends. App-only, until
   * {@link MsalCredentials#refreshToken} adds a user.
   *
   * @param key of the certificate; RSA, the only kind that Entra takes
   */
  public MsalCredentials certificate(PrivateKey key, X509Certificate certificate) {
    return certificate(key, List.of(certificate));
  }

  /**
   * With the certificate in a PKCS#12 file, mostly {@code .p12} or {@code .pfx}; the first with a
   * key, if there are several. The file is read now, and the password is not kept.
   *
   * @throws IOException if the file cannot be read, or {@code password} does not open it
   * @throws GeneralSecurityException if it holds no key with an X.509 certificate
   */
  public MsalCredentials certificate(Path pkcs12, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var file = Files.newInputStream(pkcs12)) {
      store.load(file, password);
    }
    for (String alias : Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      if (chain != null && store.getKey(alias, password) instanceof PrivateKey key) {
        return certificate(key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
      }
    }
    throw new GeneralSecurityException(pkcs12 + " holds no key with a certificate");
  }

  private MsalCredentials certificate(PrivateKey key, List<X509Certificate> chain) {
    Arguments.check(
        key.getAlgorithm().equals("RSA"),
        "Entra takes certificates with an RSA key, not %s",
        key.getAlgorithm());
    return MsalCredentials.appOnly(
        application, ClientCredentialFactory.createFromCertificateChain(key, chain));
  }

  /**
   * With a person, who is shown a code, and enters it in a browser of their own, where they sign in
   * with multi-factor authentication. App+user. The app registration must allow public client
   * flows, and has no secret here. {@code prompt} shows {@link DeviceCode#message()}; it is called
   * again whenever the sign-in has to be renewed and no refresh token does it.
   *
   * <p>Meanwhile the call waits, within its deadline.
   */
  public MsalCredentials deviceCode(Consumer<DeviceCode> prompt) {
    return MsalCredentials.deviceCode(
        new DeviceCodeFlow(
            application, Objects.requireNonNull(prompt, "prompt"), RefreshTokens.inMemory()));
  }
}
