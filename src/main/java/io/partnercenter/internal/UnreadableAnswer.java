package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that came whole and was not understood. */
public final class UnreadableAnswer extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int TEXT_KEPT = 200;

  final String problem;
  final @Nullable Integer row;
  final @Nullable String field;
  final @Nullable String text;

  /** For answers that are wrong as a whole. */
  public UnreadableAnswer(String problem) {
    this(problem, null, null, null, null);
  }

  private UnreadableAnswer(
      String problem,
      @Nullable Integer row,
      @Nullable String field,
      @Nullable String text,
      @Nullable Throwable cause) {
    super(problem, cause);
    this.problem = problem;
    this.row = row;
    this.field = field;
    this.text = text;
  }

  /** For what is wrong outside of all rows, in that field or behind it; null before the first. */
  static UnreadableAnswer field(@Nullable String field, String problem) {
    return new UnreadableAnswer(problem, null, field, null, null);
  }

  /** Which row or field it is about, or {@code its JSON}. */
  String place() {
    if (row != null) return "row " + row;
    return field == null ? "its JSON" : "field " + field;
  }

  /** Runs {@code decode}; what Jackson throws becomes an {@code UnreadableAnswer}. */
  static <T> T decoding(Decode<T> decode) throws IOException, UnreadableAnswer {
    try {
      return decode.run();
    } catch (JacksonException e) {
      throw unlessTooShort(e, null);
    } catch (NumberFormatException e) { // Inside of a record, Jackson would have wrapped it.
      throw new UnreadableAnswer("answered with a number that is beyond all bounds");
    }
  }

  /**
   * What went wrong in that row, or outside of all rows.
   *
   * @throws JsonEOFException if the end is missing: that is the connection's fault, and worth
   *     another attempt
   */
  static UnreadableAnswer unlessTooShort(JacksonException e, @Nullable Integer row)
      throws JsonEOFException {
    throwIfTooShort(e);
    return of(e, row);
  }

  /**
   * What went wrong in that field of an envelope, or behind it; empty before the first.
   *
   * @param place what is told if the end is missing
   */
  static UnreadableAnswer inEnvelope(JacksonException e, String field, String place)
      throws CutOff.Found {
    try {
      throwIfTooShort(e);
    } catch (JsonEOFException tooShort) {
      throw new CutOff.Found(place);
    }
    return of(e, null, field, "JSON before its first field");
  }

  private static void throwIfTooShort(JacksonException e) throws JsonEOFException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonEOFException tooShort) throw tooShort;
    }
  }

  /** Whether it is no JSON, or JSON beyond the parser's limits, and not just another value. */
  static boolean isBroken(JacksonException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      boolean isOfValue = cause instanceof InputCoercionException;
      if (cause instanceof StreamReadException && !isOfValue) return true;
      if (cause instanceof StreamConstraintsException) return true;
    }
    return false;
  }

  /** What went wrong in that row, or outside of all rows, even if its end is missing. */
  static UnreadableAnswer of(JacksonException e, @Nullable Integer row) {
    return of(e, row, "", "JSON");
  }

  /** With what to say where no field has a name. */
  private static UnreadableAnswer of(
      JacksonException e, @Nullable Integer row, String parent, String nameless) {
    String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
    String field = parent.isEmpty() || path.isEmpty() ? parent + path : parent + "." + path;
    String text = e instanceof InvalidFormatException format ? text(format) : null;
    String where = row == null ? "" : "row " + row + ", ";
    String what = field.isEmpty() ? nameless : "field " + field;
    String said = text == null ? "" : ", which says \"" + text + "\"";
    String why = Redaction.cut(Redaction.redact(reason(e)), TEXT_KEPT);
    return new UnreadableAnswer(
        "answered what cannot be read: " + where + what + said + ": " + why,
        row,
        field.isEmpty() ? null : field,
        text,
        printable(e));
  }

  /** Causes are printed, too: one that quotes what must not be read gives way to a clean copy. */
  private static Throwable printable(JacksonException e) {
    String message = e.getOriginalMessage();
    String clean = Redaction.redact(Redaction.oneLine(message));
    if (clean.equals(message)) return e;
    IOException copy = new IOException(clean);
    copy.setStackTrace(e.getStackTrace());
    return copy;
  }

  /** An answer of another kind, with its first words. */
  static UnreadableAnswer quoting(String problem, String body) {
    String beginning = Redaction.cut(Redaction.oneLine(Redaction.redact(body)), TEXT_KEPT);
    String said = problem + ": it begins with \"" + beginning + "\"";
    return new UnreadableAnswer(said, null, null, beginning, null);
  }

  /** A row that is something else than what was asked for. */
  static UnreadableAnswer row(int row, String problem) {
    return new UnreadableAnswer(
        "answered what cannot be read: row " + row + ": " + problem, row, null, null, null);
  }

  /** Our own words, where Jackson has put its own in front of them. */
  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    int own = e instanceof InvalidFormatException ? message.lastIndexOf("\": ") : -1;
    return own < 0 ? message : message.substring(own + 3);
  }

  private static String text(InvalidFormatException e) {
    return Redaction.cut(Redaction.redact(String.valueOf(e.getValue())), TEXT_KEPT);
  }

  /** {@code details[1].summary.balanceAmount}. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** Something that Jackson does. */
  @FunctionalInterface
  interface Decode<T> {
    T run() throws IOException;
  }
}
