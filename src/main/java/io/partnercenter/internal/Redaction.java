package io.partnercenter.internal;

import io.partnercenter.credentials.SignInException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blacks out what must not be read in a log: tokens, signatures, passwords. */
public final class Redaction {
  /** A blank, also as it is written inside of JSON and of a URL. */
  private static final String BLANK = "(?:\\s|%20|\\\\[nrt]|\\\\u00(?:20|0[9ad]))";

  /** A quotation mark or none, also as it is written inside of JSON that is inside of JSON. */
  private static final String QUOTE = "(?:\\\\*+(?:[\"']|u0022)|%22)?+";

  /** Where a word begins, also behind something that is written like that. */
  private static final String START = "(?:\\b|(?<=\\\\[nrt]|%[0-9a-f]{2}|\\\\u[0-9a-f]{4}))";

  /** JSON in Base64, with or without the rest of a JWT. It never goes back, so it is never slow. */
  private static final String JWT = START + "eyJ[\\w-]{8,}+(?:\\.[\\w-]++)*+";

  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)("
              + START
              + "(?:bearer"
              + BLANK
              + "++|sig=|(?:access_token|refresh_token|id_token|client_secret"
              + "|client_assertion|device_code|password|assertion|code_verifier)"
              + QUOTE
              + BLANK
              + "*+[:=]"
              + BLANK
              + "*+"
              + QUOTE
              + "))"
              + "[^\\s\"'&,;<>]+|"
              + JWT);

  /** So much of a known secret gives it away. */
  private static final int BEGINNING = 12;

  private Redaction() {}

  /** {@code text} with every secret that can be told by its looks replaced by three dots. */
  public static String redact(String text) {
    return SECRETS
        .matcher(text)
        .replaceAll(
            secret -> {
              String name = secret.group(1);
              return (name == null ? "" : Matcher.quoteReplacement(name)) + "…";
            });
  }

  /** {@code text} without the exact {@code secrets}, whatever they look like. */
  public static String withoutExact(String text, List<String> secrets) {
    Blackout blackout = new Blackout(text);
    List<String> values =
        secrets.stream()
            .map(secret -> secret.replaceAll("\\s", ""))
            .filter(secret -> secret.length() >= Redactor.SHORTEST_SECRET)
            .toList();
    if (values.isEmpty()) return text;
    blackout.search((level, found) -> searchExact(level.unfolded(), values, found));
    return blackout.apply();
  }

  /** Finds also what is cut off: Jackson and others quote the beginning of what is long. */
  private static void searchExact(DecodedText level, List<String> secrets, Blackout found) {
    String text = level.text();
    for (String secret : secrets) {
      String beginning = secret.substring(0, Math.min(BEGINNING, secret.length()));
      int start = text.indexOf(beginning);
      while (start >= 0) {
        int end = start + beginning.length();
        int matched = beginning.length();
        while (end < text.length()
            && matched < secret.length()
            && text.charAt(end) == secret.charAt(matched)) {
          end++;
          matched++;
        }
        found.add(level, start, end);
        start = text.indexOf(beginning, end);
      }
    }
  }

  /** What {@code failure} says: its own words if they are meant for people, else its kind too. */
  public static String words(Throwable failure) {
    boolean speaksForItself = failure instanceof SignInException;
    return redact(String.valueOf(speaksForItself ? failure.getMessage() : failure));
  }

  /** {@code text} without line breaks, with which an answer could forge lines of a log. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\s\\u2028\\u2029]+", " ").strip();
  }

  /** {@code text}, cut to {@code length} characters. */
  public static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
