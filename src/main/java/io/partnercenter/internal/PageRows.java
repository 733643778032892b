package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a page. Those that cannot be read are set aside; behind one that is broken as
 * JSON, a new parser goes on.
 */
final class PageRows<T> {
  private final RowReader<T> reader;
  private final boolean setsAside;
  private final @Nullable SharedValues shared;
  private final byte[] page;
  private final RowSearch search;

  private final List<T> items = new ArrayList<>();
  private final List<Page.Unreadable> unreadable = new ArrayList<>();
  private int listStart;
  private boolean isOpen;
  private boolean isCounted = true;
  private int whole = -1;

  /** Of the row before; its end is known of those that were broken, and negative else. */
  private int start = -1;

  private int end;
  private boolean isItem;

  PageRows(RowReader<T> reader, boolean setsAside, @Nullable SharedValues shared, byte[] page) {
    this.reader = reader;
    this.setsAside = setsAside;
    this.shared = shared;
    this.page = page;
    this.search = new RowSearch(page);
  }

  List<T> items() {
    return items;
  }

  List<Page.Unreadable> unreadable() {
    return unreadable;
  }

  /** Whether the list has as many rows as were read and set aside, for certain. */
  boolean isCounted() {
    return isCounted;
  }

  /**
   * Reads all rows of the list whose bracket is {@code parser}'s current token. Returns the parser
   * that has come to its end, this one or another; the caller closes it.
   */
  JsonParser read(JsonParser first) throws IOException, UnreadableAnswer {
    JsonParser parser = first;
    listStart = (int) parser.currentLocation().getByteOffset();
    isOpen = true;
    while (true) {
      RowBytes row = null;
      try {
        isOpen = parser.nextToken() != JsonToken.END_ARRAY;
        if (!isOpen) return parser;
        row = new RowBytes(parser, page, rows());
        read(row, parser);
      } catch (JacksonException e) {
        int start = row != null ? row.start() : startOfBroken();
        RowSearch.End end = setAside(UnreadableAnswer.unlessTooShort(e, rows()), start);
        parser.close();
        parser = sharing(BodyParser.within(page, end.next(), end.behindRow()));
      }
    }
  }

  /** What is being read: a row, or, outside of the list, {@code field}. */
  String place(String field) {
    if (isOpen) return "row " + rows();
    return field.isEmpty() ? "its JSON" : "field " + field;
  }

  JsonParser sharing(JsonParser parser) {
    return shared == null ? parser : new SharingParser(parser, shared);
  }

  private int rows() {
    return items.size() + unreadable.size();
  }

  private void read(RowBytes row, JsonParser parser) throws IOException, UnreadableAnswer {
    try {
      T item = reader.read(parser, row);
      if (item == null) throw UnreadableAnswer.row(row.index(), "it is null");
      items.add(item);
      if (whole < 0) whole = row.start();
      passed(row.start(), -1, true);
    } catch (UnreadableAnswer e) {
      setAside(e, row);
    } catch (JacksonException e) {
      if (UnreadableAnswer.isBroken(e)) throw e;
      setAside(UnreadableAnswer.unlessTooShort(e, row.index()), row);
    }
  }

  private void passed(int start, int end, boolean isItem) {
    this.start = start;
    this.end = end;
    this.isItem = isItem;
  }

  /** A row that is JSON, but does not say what it should. */
  private void setAside(UnreadableAnswer problem, RowBytes row)
      throws IOException, UnreadableAnswer {
    if (!setsAside) throw problem;
    row.skip();
    unreadable.add(new Page.Unreadable(row.index(), problem.problem, row.text()));
    passed(row.start(), -1, false);
  }

  /** A row that is no JSON. */
  private RowSearch.End setAside(UnreadableAnswer problem, int start)
      throws IOException, UnreadableAnswer {
    RowSearch.End end = setsAside ? search.of(start, whole) : null;
    if (end == null) throw problem;
    String text = RowText.of(page, start, end.textEnd());
    unreadable.add(new Page.Unreadable(rows(), problem.problem, text));
    passed(start, end.textEnd(), false);
    isCounted &= end.isOne();
    return end;
  }

  /**
   * Where the row begins that is to blame for what is broken between two rows: the next one, if the
   * comma before it is there, else the one before, which is then no row any more.
   */
  private int startOfBroken() {
    if (start < 0) return search.nonBlank(listStart);
    int next = search.nonBlank(end >= 0 ? end : search.endOfValue(start));
    if (search.byteAt(next) == ',') return search.nonBlank(next + 1);
    List<?> rows = isItem ? items : unreadable;
    rows.remove(rows.size() - 1);
    if (whole == start) whole = -1;
    return start;
  }
}
