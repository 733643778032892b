package io.partnercenter.errors;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the service said about its refusal, out of whichever shape of body it chose.
 *
 * @param code its own code, such as {@code 800002}; absent if the body named none
 * @param description its own words; absent if the body had none
 * @param source the part of the service that refused; mostly absent
 * @param body the body itself, secrets blacked out, cut at 8,000 characters; empty if there was
 *     none
 */
public record ServiceError(
    @Nullable String code, @Nullable String description, @Nullable String source, String body)
    implements Serializable {

  /** The code and the words, without the body. */
  @Override
  public String toString() {
    String named = code == null ? "" : "code " + code;
    String words = description == null ? "" : "\"" + description + "\"";
    return named.isEmpty() || words.isEmpty() ? named + words : named + ", " + words;
  }
}
