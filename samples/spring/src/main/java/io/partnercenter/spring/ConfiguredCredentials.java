package io.partnercenter.spring;

import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.spring.PartnerProperties.Credentials;
import org.jspecify.annotations.Nullable;

/** The credentials that the properties describe. */
final class ConfiguredCredentials {
  private ConfiguredCredentials() {}

  /**
   * A token if there is one, else an app with its secret.
   *
   * @throws IllegalStateException if there is neither, or half of an app
   */
  static PartnerCredentials of(PartnerProperties properties) {
    Credentials given = properties.credentials();
    String token = given.token();
    if (token != null) return PartnerCredentials.bearer(() -> token);
    return MsalCredentials.of(
            properties.cloud(),
            required(given.tenantId(), "tenant-id"),
            required(given.clientId(), "client-id"))
        .clientSecret(required(given.clientSecret(), "client-secret"));
  }

  private static String required(@Nullable String value, String name) {
    if (value != null) return value;
    throw new IllegalStateException(
        "partner-center.credentials."
            + name
            + " is missing; set token, or tenant-id, client-id and client-secret, or declare a bean"
            + " of type PartnerCredentials");
  }
}
