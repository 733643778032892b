package io.partnercenter.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of exports, collected by {@link ExportOptions}. Immutable. {@link ExportOptions}
 * describes each setting in the method of the same name.
 */
public record ExportSettings(Operations operations, Files files, Lines lines) {
  /** The settings of operations and manifests. */
  public record Operations(
      int polls,
      @Nullable Duration retryAfter,
      boolean retryAfterOnAccept,
      boolean acceptedWhileRunning,
      String succeededAs,
      ResultForm resultForm,
      Duration life,
      int expiredStatus) {}

  /**
   * The settings of files and their URLs.
   *
   * @param rowsPerBlob the number of lines of each file; negative for the lines of the v1 API
   */
  public record Files(
      int blobs,
      int rowsPerBlob,
      boolean sizesAndCounts,
      Duration sasLife,
      boolean contentEncoding,
      boolean untidyUrls,
      int members) {

    /**
     * Returns the number of lines of all files together.
     *
     * @param v1Rows the number of lines in the v1 API
     */
    public long rows(long v1Rows) {
      return rowsPerBlob < 0 ? v1Rows : (long) blobs * rowsPerBlob;
    }
  }

  /** The settings of the lines in files. */
  public record Lines(
      boolean camelCaseKeys,
      boolean mixedNumbers,
      boolean byteOrderMark,
      boolean blankLines,
      boolean lastNewline) {}
}
