package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an export is. Values are equal whatever their spelling: upper or lower case, with or
 * without {@code _}, {@code -} or blanks.
 *
 * @param value the spelling of answers, such as {@code notStarted}; of an unknown status, the text
 *     that was sent
 */
public record ExportStatus(@JsonValue String value) {
  /** Waiting for its turn. */
  public static final ExportStatus NOT_STARTED = new ExportStatus("notStarted");

  /** Being worked on. */
  public static final ExportStatus RUNNING = new ExportStatus("running");

  /** Done; the rows are there. */
  public static final ExportStatus SUCCEEDED = new ExportStatus("succeeded");

  /** Done, without rows. */
  public static final ExportStatus FAILED = new ExportStatus("failed");

  /** Given up by the service; no files were produced. */
  public static final ExportStatus CANCELLED = new ExportStatus("cancelled");

  // Below the constants, which it holds.
  private static final Map<String, ExportStatus> KNOWN =
      Spelling.index(ExportStatus::value, NOT_STARTED, RUNNING, SUCCEEDED, FAILED, CANCELLED);

  /**
   * The constant of that name in any spelling, else a value that keeps {@code text} as it is. The
   * property tables of Microsoft Graph say {@code completed} where its answers say {@code
   * succeeded}; both are {@link #SUCCEEDED}. {@code canceled} is {@link #CANCELLED}.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING) // Explicit: Jackson 2.18 changed the guess.
  public static ExportStatus of(String text) {
    if (Spelling.same(text, "completed")) return SUCCEEDED;
    if (Spelling.same(text, "canceled")) return CANCELLED;
    ExportStatus known = Spelling.find(KNOWN, text);
    return known != null ? known : new ExportStatus(text);
  }

  /** Whether this is one of the constants. */
  public boolean isKnown() {
    return Spelling.find(KNOWN, value) != null;
  }

  /** Whether nothing will change any more. */
  public boolean isFinal() {
    return equals(SUCCEEDED) || equals(FAILED) || equals(CANCELLED);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ExportStatus that && Spelling.same(value, that.value));
  }

  @Override
  public int hashCode() {
    return Spelling.normal(value).hashCode();
  }

  /** The {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
