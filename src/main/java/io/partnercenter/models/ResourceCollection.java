package io.partnercenter.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection that comes all at once, as summaries and estimate links do; {@link
 * PagedResourceCollection} is one that comes in pages.
 *
 * @param <T> the type of the items
 * @param totalCount how many items the service says there are; it miscounts at times, even in the
 *     documentation's own examples
 * @param items all of them, in the service's order; never null
 * @param links the collection's own address; mostly absent
 * @param attributes says {@code Collection}
 * @param additionalProperties every other field of the object by its name; never null
 */
public record ResourceCollection<T>(
    @Nullable Integer totalCount,
    List<T> items,
    @Nullable ResourceLinks links,
    @Nullable ResourceAttributes attributes,
    Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public ResourceCollection {
    items = Copies.list(items);
    additionalProperties = Copies.map(additionalProperties);
  }
}
