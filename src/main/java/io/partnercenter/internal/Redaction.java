package io.partnercenter.internal;

import io.partnercenter.credentials.SignInException;
import java.util.List;
import java.util.regex.Pattern;

/** Blacks out what must not be read in a log: tokens, signatures, passwords. */
public final class Redaction {
  /** So much of a known secret gives it away. */
  private static final int BEGINNING = 12;

  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private Redaction() {}

  /** {@code text} with every secret that can be told by its form replaced by three dots. */
  public static String redact(String text) {
    return new Blackout(text).search(SecretForms::find).apply();
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

  /**
   * {@code text} on one line: without line breaks, with which an answer could forge lines of a log,
   * and without marks that nobody sees and that turn text around.
   */
  public static String oneLine(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** {@code text}, cut to {@code length} characters. */
  public static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
