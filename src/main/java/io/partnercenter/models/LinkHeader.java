package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header that goes with a {@link Link}, in the answers to a query of many pages.
 *
 * @param key name of the header, such as {@code MS-ContinuationToken}
 * @param value its value, to be sent as it is
 * @param additionalProperties every other field of the object by its name; never null
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record LinkHeader(
    @Nullable String key,
    @Nullable String value,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public LinkHeader {
    additionalProperties = Copies.map(additionalProperties);
  }
}
