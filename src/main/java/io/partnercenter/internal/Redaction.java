package io.partnercenter.internal;

import java.util.regex.Pattern;

/** Blacks out what must not be read in a log: tokens, signatures, passwords. */
final class Redaction {
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)(?<name>\\b(?:bearer\\s+|sig=|(?:access_token|refresh_token|id_token|client_secret"
              + "|client_assertion|password|assertion|code_verifier)[\"']?\\s*[:=]\\s*[\"']?))"
              + "[^\\s\"'&,;<>]+"
              + "|\\beyJ[\\w-]{8,}(?:\\.[\\w-]*){1,4}");

  private Redaction() {}

  /** {@code text} with every secret that can be told by its looks replaced by three dots. */
  static String redact(String text) {
    return SECRETS
        .matcher(text)
        .replaceAll(match -> match.group(1) == null ? "…" : quoted(match.group(1)) + "…");
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  /** {@code text}, cut to {@code length} characters. */
  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
