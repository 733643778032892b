package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalServiceException;
import io.partnercenter.internal.Redaction;
import io.partnercenter.internal.ThrottledSignInException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of what MSAL throws what somebody can act on. */
final class MsalFailure {
  private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
  private static final int WORDS_KEPT = 400;

  /** OAuth's own codes for a sign-in that only a person can renew. */
  private static final Set<String> PERSON = Set.of("invalid_grant", "interaction_required");

  private MsalFailure() {}

  /**
   * What to throw in place of {@code failure}.
   *
   * @param forUser whether the sign-in was for a user, and not for an app alone
   */
  static Exception explained(@Nullable Throwable failure, boolean forUser) {
    if (failure instanceof MsalServiceException refusal) return refused(refusal, forUser);
    if (failure instanceof MsalClientException && failure.getCause() instanceof IOException e) {
      boolean throttled = e instanceof ThrottledSignInException;
      return new SignInException(
          "the sign-in got no answer it could use: "
              + Redaction.redact(throttled ? String.valueOf(e.getMessage()) : e.toString()),
          null,
          false,
          throttled ? ((ThrottledSignInException) e).retryAfter() : null,
          e);
    }
    if (failure instanceof MsalClientException e
        && AuthenticationErrorCode.CODE_EXPIRED.equals(e.errorCode())) {
      return new SignInException("nobody entered the device code in time; sign in again");
    }
    return failure instanceof Exception e ? e : new IllegalStateException(failure);
  }

  /** Without MSAL's exception as the cause, which prints the answer as it came. */
  private static SignInException refused(MsalServiceException refusal, boolean forUser) {
    String words = Redaction.oneLine(String.valueOf(refusal.getMessage()));
    Matcher matcher = CODE.matcher(words);
    String code = matcher.find() ? matcher.group() : null;
    String error = String.valueOf(refusal.errorCode());
    return new SignInException(
        "the sign-in was refused with "
            + (code == null ? error : code)
            + ": "
            + SignInRemedies.of(code, error, forUser)
            + " (\""
            + Redaction.cut(Redaction.redact(words), WORDS_KEPT)
            + "\")",
        code,
        forUser && PERSON.contains(error) && !SignInRemedies.passes(code),
        wait(refusal.headers()),
        null);
  }

  private static @Nullable Duration wait(@Nullable Map<String, List<String>> headers) {
    List<String> seconds = headers == null ? null : headers.get(MsalTransport.WAIT);
    return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds.get(0)));
  }
}
