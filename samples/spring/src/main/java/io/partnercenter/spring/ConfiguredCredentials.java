package io.partnercenter.spring;

import static java.util.Objects.requireNonNull;

import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.spring.PartnerProperties.Credentials;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credentials that the properties describe. */
final class ConfiguredCredentials {
  private ConfiguredCredentials() {}

  /**
   * A token if there is one, else an app with its secret.
   *
   * @throws MissingCredentialsException if there is neither, or half of an app
   */
  static PartnerCredentials of(PartnerProperties properties) {
    Credentials given = properties.credentials();
    String token = given.token();
    if (isSet(token)) return PartnerCredentials.bearer(() -> token);
    List<String> missing = new ArrayList<>();
    if (!isSet(given.tenantId())) missing.add("tenant-id");
    if (!isSet(given.clientId())) missing.add("client-id");
    if (!isSet(given.clientSecret())) missing.add("client-secret");
    if (!missing.isEmpty()) throw new MissingCredentialsException(missing);
    return MsalCredentials.of(
            properties.cloud(), requireNonNull(given.tenantId()), requireNonNull(given.clientId()))
        .clientSecret(requireNonNull(given.clientSecret()));
  }

  /** A variable that lost its value is blank, not absent. */
  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
