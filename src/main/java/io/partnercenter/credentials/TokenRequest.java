package io.partnercenter.credentials;

import io.partnercenter.transport.Transport;

/**
 * What a token is wanted for, and how to get at it.
 *
 * @param resource the audience, such as {@code https://api.partnercenter.microsoft.com}
 * @param refused whether the last token was refused by the service or had expired, so that one from
 *     a cache will not do
 * @param transport carries the requests of the sign-in, so that proxy, TLS and time-outs of the
 *     partner hold for them too. It reads answers whole, and repeats what is worth repeating, as
 *     the partner's retry options say. After 429 or 503 with {@code Retry-After} it makes no
 *     request until the time is over: it waits, or throws an {@code IOException} if that takes
 *     longer than {@code longestRetryAfter}
 */
public record TokenRequest(String resource, boolean refused, Transport transport) {
  /** The audience as a scope of the v2 endpoints: the resource and {@code /.default}. */
  public String scope() {
    return resource + "/.default";
  }
}
