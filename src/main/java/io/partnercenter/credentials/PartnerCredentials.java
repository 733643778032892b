package io.partnercenter.credentials;

import java.util.function.Supplier;

/**
 * Signs in. Implementations are asked for a token when there is none, when the one in hand is about
 * to expire, and once after the service has refused it; never by two threads at once, so they need
 * no cache and no lock of their own. They are asked on a thread of the SDK's.
 */
@FunctionalInterface
public interface PartnerCredentials {
  /**
   * Gets a token that is good for {@code request.scope()}.
   *
   * @throws Exception if there is none to be had; callers see it as the cause of a {@code
   *     PartnerAuthenticationException}
   */
  AccessToken token(TokenRequest request) throws Exception;

  /**
   * Tokens that somebody else fetches, such as a vault or a library for signing in. If a token is a
   * JWT, it is used until shortly before its own {@code exp}; any other is asked for again after
   * five minutes. {@code token} may take its time, but should bring a new token when the one before
   * was refused.
   */
  static PartnerCredentials bearer(Supplier<String> token) {
    return request -> AccessToken.of(token.get());
  }
}
