package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.support.SeededRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tenant's directory with one app and one user. All data is made up. */
public record Directory(
    String tenantId, String clientId, String clientSecret, String userId, String userName) {
  private static final String ALPHABET = "ABCDEFGHIJKLMabcdefghijklm0123456789";
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public static Directory of(long seed, String tenantId) {
    SeededRandom random = SeededRandom.at(SeededRandom.deriveSeed(seed, "directory"), 0);
    return new Directory(
        tenantId,
        random.guid(),
        // Characters that are lost if a form is not encoded.
        "Em8Q~" + random.letters(26, ALPHABET) + "+/&=%25",
        random.guid(),
        "billing.admin@partner.example");
  }

  /**
   * Returns whether the tenant in a URL is this one. Every domain name is, and so are names such as
   * {@code common}.
   */
  boolean matches(String tenant) {
    return !GUID.matcher(tenant).matches() || tenant.toLowerCase(Locale.ROOT).equals(tenantId);
  }
}
