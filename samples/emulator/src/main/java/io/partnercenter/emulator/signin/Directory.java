package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.support.SeededRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tenant's directory as far as a sign-in needs it: one app and one user. All is invented. */
public record Directory(
    String tenantId, String clientId, String clientSecret, String userId, String userName) {
  private static final String ALPHABET = "ABCDEFGHIJKLMabcdefghijklm0123456789";
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public static Directory of(long seed, String tenantId) {
    SeededRandom random = SeededRandom.at(SeededRandom.seed(seed, "directory"), 0);
    return new Directory(
        tenantId,
        random.guid(),
        // A form that is not encoded well loses some of these characters.
        "Em8Q~" + random.letters(26, ALPHABET) + "+/&=%25",
        random.guid(),
        "billing.admin@partner.example");
  }

  /** Names of domains are all taken for the tenant's, and so are {@code common} and the like. */
  boolean matches(String tenant) {
    return !GUID.matcher(tenant).matches() || tenant.toLowerCase(Locale.ROOT).equals(tenantId);
  }
}
