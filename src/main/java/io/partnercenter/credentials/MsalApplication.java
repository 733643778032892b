package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.PublicClientApplication;
import io.partnercenter.transport.Transport;
import java.net.MalformedURLException;

/**
 * An app registration. Each sign-in gets an MSAL client of its own, for a client is tied to its
 * transport, and credentials may be shared by partners that each have theirs.
 *
 * @param authority the tenant's address at the sign-in of its cloud
 */
record MsalApplication(String authority, String clientId) {
  ConfidentialClientApplication.Builder confidential(
      IClientCredential proof, Transport transport, MsalThread thread)
      throws MalformedURLException {
    return common(ConfidentialClientApplication.builder(clientId, proof), transport, thread);
  }

  /** A client without a secret. */
  PublicClientApplication.Builder open(Transport transport, MsalThread thread)
      throws MalformedURLException {
    return common(PublicClientApplication.builder(clientId), transport, thread);
  }

  /**
   * No discovery: the addresses of the clouds are known, and each request more is one that a
   * firewall can stand in the way of. No retries of MSAL's own, which would come on top of ours.
   */
  private <B extends AbstractClientApplicationBase.Builder<B>> B common(
      B client, Transport transport, MsalThread thread) throws MalformedURLException {
    return client
        .authority(authority)
        .validateAuthority(false)
        .instanceDiscovery(false)
        .disableInternalRetries()
        .httpClient(new MsalTransport(transport))
        .executorService(thread);
  }

  @Override
  public String toString() {
    return authority + " " + clientId;
  }
}
