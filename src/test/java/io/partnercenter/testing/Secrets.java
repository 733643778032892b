package io.partnercenter.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the tests keep secret. Every token, client secret, refresh token, password and signature
 * that a test hands out has {@link #MARK} in it, and so is known again wherever it turns up.
 */
public final class Secrets {
  public static final String MARK = "hunter2";

  /** The token of a partner that says nothing of its own. */
  public static final String TOKEN = MARK + "-token-1";

  /** The mark; then what it becomes within Base64, at each of the three places it can begin at. */
  private static final String PLANTED = "hunter2|aHVudGVyM|h1bnRlcj|odW50ZXIy";

  /**
   * Real storage and real sign-ins make secrets without the mark; their looks give them away. A
   * number behind the dot makes a correlation vector, which may begin like a token.
   */
  private static final String BY_ITS_LOOKS =
      "\\bsig=(?![…?])[^\\s\"'&,;<>]|\\beyJ[\\w-]{8,}\\.(?!\\d+(?![\\w-]))[\\w-]+";

  private static final Pattern SECRET = Pattern.compile("(?i:" + PLANTED + ")|" + BY_ITS_LOOKS);
  private static final int SHOWN = 160;

  private Secrets() {}

  /** The words before the first secret in {@code text}, without it; absent if there is none. */
  public static @Nullable String before(String text) {
    Matcher secret = SECRET.matcher(text);
    if (!secret.find()) return null;
    return text.substring(Math.max(0, secret.start() - SHOWN), secret.start()) + "[a secret]";
  }
}
