package io.partnercenter.internal;

import io.partnercenter.models.Link;
import io.partnercenter.models.ResourceAttributes;
import io.partnercenter.models.ResourceCollection;
import io.partnercenter.models.ResourceLinks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page as it came.
 *
 * @param isNothing whether there was no collection at all, not even one without items
 * @param isCounted whether {@link #rows} is certain; what is broken may have been none or two
 * @param bytes the size of the body it was read from
 * @param fingerprint of all its rows; two pages of the same rows have the same
 * @param next where the page after it begins; absent on the last, and as long as nobody has looked
 */
record Page<T>(
    boolean isNothing,
    @Nullable Integer totalCount,
    List<T> items,
    List<Unreadable> unreadable,
    boolean isCounted,
    @Nullable String continuationToken,
    @Nullable ResourceLinks links,
    @Nullable ResourceAttributes attributes,
    Map<String, @Nullable Object> additionalProperties,
    int bytes,
    long fingerprint,
    @Nullable Position next) {

  /** A row that could not be read. */
  record Unreadable(int row, String problem, String json) {}

  Page<T> leadingTo(@Nullable Position position) {
    return new Page<>(
        isNothing,
        totalCount,
        items,
        unreadable,
        isCounted,
        continuationToken,
        links,
        attributes,
        additionalProperties,
        bytes,
        fingerprint,
        position);
  }

  int rows() {
    return items.size() + unreadable.size();
  }

  @Nullable Link nextLink() {
    return links == null ? null : links.next();
  }

  /** The same as a collection that has no other pages. */
  ResourceCollection<T> whole() throws UnreadableAnswer {
    if (nextLink() != null || blankToNull(continuationToken) != null) {
      throw new UnreadableAnswer(
          "answered a collection that goes on, where all of it was expected");
    }
    return new ResourceCollection<>(totalCount, items, links, attributes, additionalProperties);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
