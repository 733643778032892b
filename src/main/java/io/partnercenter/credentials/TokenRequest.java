package io.partnercenter.credentials;

/**
 * What a token is wanted for.
 *
 * @param resource the audience, such as {@code https://api.partnercenter.microsoft.com}
 * @param refused whether the service has just refused the token from last time, so that one from a
 *     cache will not do
 */
public record TokenRequest(String resource, boolean refused) {
  /** The audience as a scope of the v2 endpoints: the resource and {@code /.default}. */
  public String scope() {
    return resource + "/.default";
  }
}
