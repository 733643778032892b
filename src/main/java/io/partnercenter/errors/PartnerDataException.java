package io.partnercenter.errors;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An answer came and was not understood: not JSON, JSON of another shape, or a figure that is none.
 * Asking again would bring the same, so it is not asked again.
 */
public final class PartnerDataException extends PartnerException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer row;
  private final @Nullable String field;
  private final @Nullable String text;

  /** For this SDK, and for tests that need an answer nobody understands. */
  public PartnerDataException(
      String problem,
      @Nullable Integer row,
      @Nullable String field,
      @Nullable String text,
      CallFacts call,
      @Nullable Throwable cause) {
    super(problem, call);
    if (cause != null) initCause(cause);
    this.row = row;
    this.field = field;
    this.text = text;
  }

  /** Which row of the page, the first being 0; empty if the trouble is not in a row. */
  public OptionalInt row() {
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Which field, such as {@code unitPrice} or {@code details[1].summary.balanceAmount}. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** The text that was not understood, at most 200 characters of it. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }
}
