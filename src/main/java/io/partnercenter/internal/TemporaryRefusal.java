package io.partnercenter.internal;

import io.partnercenter.errors.ServiceError;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;

/**
 * Refusals of the token endpoint that come with status 400 or 401 and are over in a moment: OAuth's
 * {@code temporarily_unavailable}, and Entra's codes for the same.
 */
public final class TemporaryRefusal {
  private static final String OAUTH = "temporarily_unavailable";

  /**
   * Documented by Microsoft as "temporarily unavailable" or "a transient error has occurred"; 90012
   * is a time-out.
   */
  private static final Set<String> CODES = Set.of("90006", "90012", "90024", "90033", "90090");

  private static final Pattern CODE = Pattern.compile("AADSTS(\\d{1,12})");
  private static final Pattern ERROR_CODES =
      Pattern.compile("\"error_codes\"\\s{0,99}:\\s{0,99}\\[\\s{0,99}(\\d{1,12})");
  private static final int BODY_READ = 64 << 10;

  private TemporaryRefusal() {}

  /** Whether {@code response}, whose body is in memory and stays unread, is such a refusal. */
  static boolean is(Response response) throws IOException {
    if (response.code() != 400 && response.code() != 401) return false;
    String body = response.peekBody(BODY_READ).string();
    ServiceError error = ErrorBody.read(body, response.headers());
    if (OAUTH.equals(error.code())) return true;
    String words = error.description();
    return isFirst(CODE.matcher(words == null ? "" : words)) || isFirst(ERROR_CODES.matcher(body));
  }

  /** Whether {@code code}, such as {@code AADSTS90033}, is one of such a refusal. */
  public static boolean is(String code) {
    return isFirst(CODE.matcher(code));
  }

  private static boolean isFirst(Matcher matcher) {
    return matcher.find() && CODES.contains(matcher.group(1));
  }
}
