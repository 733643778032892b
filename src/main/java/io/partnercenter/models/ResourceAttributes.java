package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about an object rather than about its contents.
 *
 * @param etag version of the object; not seen in billing
 * @param objectType the kind of object, such as {@code Invoice} or {@code DailyRatedUsageLineItem};
 *     of all that could tell kinds of line items apart, the one field that is always there
 * @param additionalProperties every other field of the object by its name; never null
 */
public record ResourceAttributes(
    @Nullable String etag,
    @Nullable String objectType,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public ResourceAttributes {
    additionalProperties = Copies.map(additionalProperties);
  }
}
