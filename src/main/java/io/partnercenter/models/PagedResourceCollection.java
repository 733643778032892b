package io.partnercenter.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection, which need not be all of it.
 *
 * @param <T> the type of the items
 * @param totalCount how many items the service says are in this page, not in the collection; it
 *     miscounts at times, even in the documentation's own examples
 * @param items the rows, in the service's order; a page without any is not yet the end
 * @param continuationToken as the service sent it; {@link #next()} is what leads on
 * @param links the service's own addresses of this page and its neighbours, at times malformed
 * @param attributes says {@code Collection}
 * @param additionalProperties every other field of the object by its name; never null
 * @param next where the next page begins; absent on the last page
 */
public record PagedResourceCollection<T>(
    @Nullable Integer totalCount,
    List<T> items,
    @Nullable String continuationToken,
    @Nullable ResourceLinks links,
    @Nullable ResourceAttributes attributes,
    Map<String, @Nullable Object> additionalProperties,
    @Nullable Cursor next) {

  public PagedResourceCollection {
    items = Copies.list(items);
    additionalProperties = Copies.map(additionalProperties);
  }

  /** Whether there is another page. */
  public boolean hasNext() {
    return next != null;
  }
}
