package io.partnercenter.spring;

import java.util.List;
import java.util.stream.Collectors;

/** The properties name no way to sign in. */
final class MissingCredentialsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param missing what an app would still need, by the names below {@code
   *     partner-center.credentials}
   */
  MissingCredentialsException(List<String> missing) {
    super(
        missing.stream()
            .map(name -> "partner-center.credentials." + name)
            .collect(
                Collectors.joining(
                    " and ", "No credentials: set partner-center.credentials.token, or ", "")));
  }
}
