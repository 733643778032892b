package io.partnercenter.credentials;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that did not bring a token that can be used, in words somebody can act on. Credentials
 * throw it; callers see its message in a {@code PartnerAuthenticationException} whose cause it is.
 */
public final class SignInException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String code;
  private final boolean needsPerson;
  private final @Nullable Duration retryAfter;

  /** For reasons that have no code. */
  public SignInException(String problem) {
    this(problem, null, false, null);
  }

  /**
   * For reasons that the token endpoint has a code for.
   *
   * @param problem without secrets, for it will be logged
   */
  public SignInException(
      String problem, @Nullable String code, boolean needsPerson, @Nullable Throwable cause) {
    this(problem, code, needsPerson, null, cause);
  }

  /**
   * For a token endpoint that asks to be left alone for a while.
   *
   * @param problem without secrets, for it will be logged
   */
  public SignInException(
      String problem,
      @Nullable String code,
      boolean needsPerson,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(problem, cause);
    this.code = code;
    this.needsPerson = needsPerson;
    this.retryAfter = retryAfter;
  }

  /** The token endpoint's code, such as {@code AADSTS7000222}; empty if there is none. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** Whether no program can mend it, but the user has to sign in again. */
  public boolean needsPerson() {
    return needsPerson;
  }

  /** Returns how long the token endpoint asked to be left alone; empty if it did not. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
