package io.partnercenter.credentials;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Signs in. Implementations are asked for a token when there is none, when the one in hand is about
 * to expire, and once after the service has refused it; by one partner never in two threads at once
 * for the same audience, so they need no cache and no lock of their own. They are asked on a thread
 * of the SDK's.
 *
 * <p>{@link MsalCredentials} signs in at Microsoft Entra. A {@code TokenCredential} of the Azure
 * SDK, such as those of {@code azure-identity}, is adapted in three lines:
 *
 * <pre>{@code
 * PartnerCredentials credentials =
 *     request -> {
 *       var token = azure.getTokenSync(new TokenRequestContext().addScopes(request.scope()));
 *       return new AccessToken(token.getToken(), token.getExpiresAt().toInstant());
 *     };
 * }</pre>
 *
 * <p>Before a token is sent, what it says of itself is looked at: one for another audience, cloud
 * or tenant, or one that has expired, is refused here, with what to do about it.
 */
@FunctionalInterface
public interface PartnerCredentials {
  /**
   * Gets a token that is good for {@code request.scope()}. Requests it makes belong through {@code
   * request.transport()}.
   *
   * @throws Exception if there is none to be had; callers see it as the cause of a {@code
   *     PartnerAuthenticationException}; a {@link SignInException} speaks for itself
   */
  AccessToken token(TokenRequest request) throws Exception;

  /**
   * Tokens that somebody else fetches, such as a vault or a library for signing in. If a token is a
   * JWT, it is used until shortly before its own {@code exp}; any other is asked for again after
   * five minutes. {@code token} may take its time, but should bring a new token when the one before
   * was refused.
   */
  static PartnerCredentials bearer(Supplier<String> token) {
    Objects.requireNonNull(token, "token");
    return request -> AccessToken.of(token.get());
  }
}
