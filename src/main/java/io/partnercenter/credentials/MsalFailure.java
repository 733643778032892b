package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalServiceException;
import io.partnercenter.internal.Redaction;
import java.io.IOException;
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

  /** What to throw in place of {@code failure}. */
  static Exception explained(@Nullable Throwable failure) {
    if (failure instanceof MsalServiceException refusal) return refused(refusal);
    if (failure instanceof MsalClientException && failure.getCause() instanceof IOException e) {
      return new SignInException(
          "the sign-in got no answer it could use: " + Redaction.redact(e.toString()),
          null,
          false,
          e);
    }
    if (failure instanceof MsalClientException e
        && AuthenticationErrorCode.CODE_EXPIRED.equals(e.errorCode())) {
      return new SignInException("nobody entered the device code in time; sign in again");
    }
    return failure instanceof Exception e ? e : new IllegalStateException(failure);
  }

  /** Without MSAL's exception as the cause, which prints the answer as it came. */
  private static SignInException refused(MsalServiceException refusal) {
    String words = Redaction.oneLine(String.valueOf(refusal.getMessage()));
    Matcher matcher = CODE.matcher(words);
    String code = matcher.find() ? matcher.group() : null;
    String error = String.valueOf(refusal.errorCode());
    return new SignInException(
        "the sign-in was refused with "
            + (code == null ? error : code)
            + ": "
            + SignInRemedies.of(code, error)
            + " (\""
            + Redaction.cut(Redaction.redact(words), WORDS_KEPT)
            + "\")",
        code,
        PERSON.contains(error),
        null);
  }
}
