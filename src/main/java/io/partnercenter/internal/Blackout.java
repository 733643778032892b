package io.partnercenter.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text, and the parts of it that must not be read. */
final class Blackout {
  /** JSON in JSON in a URL in a URL has four. */
  private static final int DEEPEST_LEVEL = 6;

  private final String text;
  private final List<Part> parts = new ArrayList<>();

  private record Part(int start, int end) {}

  /** Looks for secrets in one level of a text's escapes, and blacks out what it finds. */
  interface Search {
    void in(DecodedText level, Blackout blackout);
  }

  Blackout(String text) {
    this.text = text;
  }

  /** Searches the text as it is, and as it reads once, twice and more often decoded. */
  Blackout search(Search search) {
    DecodedText level = DecodedText.of(text);
    for (int depth = 0; level != null && depth <= DEEPEST_LEVEL; depth++) {
      search.in(level, this);
      level = level.decoded();
    }
    return this;
  }

  /** The characters of {@code level} from {@code start} up to {@code end} must not be read. */
  void add(DecodedText level, int start, int end) {
    if (start < end) parts.add(new Part(level.start(start), level.end(end - 1)));
  }

  /** Returns the text with three dots in place of each part. */
  String apply() {
    if (parts.isEmpty()) return text;
    parts.sort(Comparator.comparingInt(Part::start));
    StringBuilder shown = new StringBuilder(text.length());
    int shownTo = 0;
    for (Part part : parts) {
      boolean touches = shownTo > 0 && part.start <= shownTo;
      if (!touches) shown.append(text, shownTo, part.start).append('…');
      shownTo = Math.max(shownTo, part.end);
    }
    return shown.append(text, shownTo, text.length()).toString();
  }
}
