package io.partnercenter.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms that secrets are written in. Each is written here once, plainly; {@link DecodedText}
 * resolves the escapes around it. No pattern goes back over what it has passed, so the time that a
 * search takes grows with the text and not with its square.
 */
final class SecretForms {
  /** Names that belong to nothing but secrets, in snake, kebab and camel case. */
  private static final String NAME =
      "(?:(?:access|refresh|device|auth|session|security|sas|saml|bearer|user|client|api|csrf|xsrf)"
          + "[_-]?token|(?<![a-z0-9])id[_-]?token"
          + "|(?:client|app|consumer)[_-]?secret|client[_-]?assertion"
          + "|(?:account|access|api|subscription|functions?|gateway|private|storage|signing"
          + "|encryption)[_-]?key"
          + "|password|passwd|passphrase|(?:code[_-]?verifier)|device[_-]?code"
          + "|(?<![a-z0-9])(?:sig|pwd|assertion))";

  /** Names that are words of their own, too: secret only where a value is plainly assigned. */
  private static final String WORD = "(?<![a-z0-9_-])(?:token|secret|signature|passcode)";

  private static final String UNQUOTED = "[^\\s\"'&,;<>]++";

  /** What is in quotes goes on to their end, blanks and commas included. */
  private static final String VALUE =
      "(?:\"(?<double>[^\"\\\\\\r\\n]*+(?:\\\\.[^\"\\\\\\r\\n]*+)*+)"
          + "|'(?<single>[^'\\\\\\r\\n]*+(?:\\\\.[^'\\\\\\r\\n]*+)*+)"
          + "|(?<bare>"
          + UNQUOTED
          + "))";

  /** What follows {@code bearer} in sentences and challenges. */
  private static final String NO_TOKEN =
      "(?!(?:tokens?|auth\\w*|realm|error|scheme|challenge|credentials?|header|is|was|are|has|must"
          + "|may|not|no|missing|invalid|expired|required|of|in|for|and|or|to|with|from|by|the|a"
          + "|an|this|that|it|on|at|as|if|does|could|cannot|provided)(?![\\w.~+/-]))";

  /** Words of which one is in each of the names; without them nothing has to be searched. */
  private static final List<String> NAMES =
      List.of(
          "token",
          "secret",
          "assertion",
          "key",
          "passw",
          "passphrase",
          "verifier",
          "device",
          "sig",
          "pwd");

  private static final List<Form> FORMS =
      List.of(
          new Form(NAMES, NAME + "[\"']?\\s*+(?:=>|[:=])\\s*+\\[?\\s*+" + VALUE),
          new Form(
              List.of("token", "secret", "signature", "passcode"),
              WORD + "(?:[\"']\\s*+:|\\s*+=)\\s*+" + VALUE),
          new Form(NAMES, "<(?:\\w{1,20}:)?" + NAME + "(?:\\s[^<>]{0,200})?>(?<bare>[^<]++)"),
          new Form(
              List.of("bearer"),
              "(?<![a-z0-9])bearer(?:[\"']?\\s*+[:=]\\s*+|[\\s+]++)[\"']?"
                  + "(?:token[\"']?[\\s+:=]++[\"']?)?+"
                  + NO_TOKEN
                  + "(?<bare>"
                  + UNQUOTED
                  + ")"),
          new Form(
              List.of("authorization"),
              "(?<![a-z])authorization[\"']?\\s*+[:=]\\s*+[\"']?"
                  + "(?:(?:basic|bearer|digest|dpop|hawk|negotiate|ntlm|pop|sharedkey(?:lite)?"
                  + "|token|apikey)[\\s+]++)?+"
                  + "(?=[^\\s\"'&,;<>]{0,60}[0-9=+/])(?<bare>"
                  + UNQUOTED
                  + ")"),
          new Form(
              List.of("basic"),
              "(?<![a-z0-9])basic[\\s+]++(?<bare>[a-z0-9+/=_-]{6,}+)",
              SecretForms::isCredentials),
          new Form(
              List.of("cookie"),
              "(?<![a-z0-9])(?:set-)?cookie[\"']?\\s*+:\\s*+[\"']?"
                  + "(?<bare>[^\\s\"'][^\\r\\n\"']*+)"),
          // JSON in Base64, with or without the rest of a JWT.
          new Form(List.of("eyj"), "(?<![a-z0-9])(?<bare>eyJ[\\w-]{8,}+(?:\\.[\\w-]++)*+)"));

  private SecretForms() {}

  /**
   * A form.
   *
   * @param words in lower case; a text without any of them has no secret of this form
   * @param pattern with the secret in one of the groups
   * @param isSecret whether what is in its place is one
   */
  private record Form(
      List<String> words, Pattern pattern, List<String> groups, Predicate<String> isSecret) {
    Form(List<String> words, String pattern) {
      this(words, pattern, secret -> true);
    }

    Form(List<String> words, String pattern, Predicate<String> isSecret) {
      this(
          words,
          Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
          pattern.endsWith(VALUE) ? List.of("double", "single", "bare") : List.of("bare"),
          isSecret);
    }

    void find(DecodedText level, String lowerCase, Blackout found) {
      if (words.stream().noneMatch(lowerCase::contains)) return;
      Matcher matcher = pattern.matcher(level.text());
      while (matcher.find()) {
        for (String group : groups) {
          String secret = matcher.group(group);
          if (secret != null && isSecret.test(secret)) {
            found.add(level, matcher.start(group), matcher.end(group));
          }
        }
      }
    }
  }

  /** Finds the secrets of all forms in one level of a text. */
  static void find(DecodedText level, Blackout found) {
    String lowerCase = level.text().toLowerCase(Locale.ROOT);
    for (Form form : FORMS) form.find(level, lowerCase, found);
    UserInfo.find(level, found);
  }

  /** What stands behind {@code Basic}: a name and a password in Base64, and not a basic plan. */
  private static boolean isCredentials(String text) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      letter |= Character.isLetter(text.charAt(i));
      digit |= Character.isDigit(text.charAt(i)) || text.charAt(i) == '=';
    }
    return (letter && digit && text.length() > 6 && text.indexOf('-') < 0) || hidesColon(text);
  }

  private static boolean hidesColon(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      String pair = new String(decoded, StandardCharsets.UTF_8);
      return pair.indexOf(':') >= 0 && pair.chars().noneMatch(c -> c < ' ' || c == '\uFFFD');
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
