package io.partnercenter.internal;

import java.util.regex.Pattern;

/**
 * Finds {@code user:password@host}. A password may have a slash in it, and the address may be
 * without a scheme; a port, an e-mail address or an at sign in a path is something else.
 */
final class UserInfo {
  private static final int LONGEST = 512;
  private static final Pattern PORT = Pattern.compile("\\d{1,5}[/?#].*", Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("[\\w.%+-]{1,64}:[^:/,;\\\\]{1,128}");
  private static final Pattern HOST_AND_PORT = Pattern.compile("[\\w.-]{1,253}+:\\d{1,5}");

  private UserInfo() {}

  /** Looks back from each at sign, and not beyond the one before. */
  static void find(DecodedText level, Blackout found) {
    String text = level.text();
    int before = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      int first = Math.max(before, at - LONGEST);
      while (start > first && isPart(text.charAt(start - 1))) start--;
      int secret = secret(text, start, at);
      if (secret >= 0) found.add(level, secret, at);
      before = at + 1;
    }
  }

  private static boolean isPart(char c) {
    return !Character.isWhitespace(c) && "\"'<>".indexOf(c) < 0;
  }

  /** Where the secret between {@code start} and {@code at} begins; negative if there is none. */
  private static int secret(String text, int start, int at) {
    String before = text.substring(start, at);
    int first = before.indexOf("//");
    if (first < 0) {
      boolean pair = PAIR.matcher(before).matches() && hasHostAndPort(text, at + 1);
      return pair ? start + before.indexOf(':') + 1 : -1;
    }
    int last = before.lastIndexOf("//");
    if (isUserInfo(before.substring(first + 2))) return start + first + 2;
    return isUserInfo(before.substring(last + 2)) ? start + last + 2 : -1;
  }

  private static boolean hasHostAndPort(String text, int start) {
    return HOST_AND_PORT.matcher(text).region(start, text.length()).lookingAt();
  }

  private static boolean isUserInfo(String info) {
    int colon = info.indexOf(':');
    for (int i = 0; i < info.length(); i++) {
      boolean pathBegins = "/?#".indexOf(info.charAt(i)) >= 0;
      if (pathBegins && (colon < 0 || colon > i)) return false;
    }
    boolean address = info.startsWith("[") || PORT.matcher(info.substring(colon + 1)).matches();
    return !info.isEmpty() && !(colon >= 0 && address);
  }
}
