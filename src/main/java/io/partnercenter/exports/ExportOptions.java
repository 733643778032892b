package io.partnercenter.exports;

import io.partnercenter.internal.Arguments;
import java.time.Duration;

/**
 * How an export is waited for and read.
 *
 * @param patience how long to wait for the service to finish it; an hour unless said otherwise.
 *     Between one and 25 minutes have been seen
 * @param parallelBlobs how many files are read at once; two for each processor, but no more than 8,
 *     unless said otherwise. Rows of one file keep their order, files have none. A file that is
 *     read takes some 5 MB of memory
 * @param lineLimit how long one row may be, in bytes of JSON; 16 MiB unless said otherwise
 * @param replacesExisting whether {@link RunningExport#downloadTo} replaces files in the folder
 *     that no export has stored; if not, it keeps them and fails. Defaults to false
 */
public record ExportOptions(
    Duration patience, int parallelBlobs, int lineLimit, boolean replacesExisting) {
  private static final int MOST_BLOBS = 64;
  private static final int MOST_LINE = 256 << 20;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no patience, or parallelBlobs is not from 1 to 64,
   *     or lineLimit is not from 1 KiB to 256 MiB
   */
  public ExportOptions {
    Arguments.positive(patience, "patience");
    Arguments.check(
        parallelBlobs >= 1 && parallelBlobs <= MOST_BLOBS,
        "parallelBlobs is from 1 to 64, not %s",
        parallelBlobs);
    Arguments.check(
        lineLimit >= 1 << 10 && lineLimit <= MOST_LINE,
        "lineLimit is from 1 KiB to 256 MiB, not %s",
        lineLimit);
  }

  /** An hour's patience, two files for each processor and 8 at most, rows of up to 16 MiB. */
  public static ExportOptions defaults() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new ExportOptions(Duration.ofHours(1), Math.min(8, 2 * processors), 16 << 20, false);
  }

  /** The same with more or less patience. */
  public ExportOptions patience(Duration patience) {
    return new ExportOptions(patience, parallelBlobs, lineLimit, replacesExisting);
  }

  /** The same with more or fewer files at once. */
  public ExportOptions parallelBlobs(int parallelBlobs) {
    return new ExportOptions(patience, parallelBlobs, lineLimit, replacesExisting);
  }

  /** The same with another limit for rows. */
  public ExportOptions lineLimit(int lineLimit) {
    return new ExportOptions(patience, parallelBlobs, lineLimit, replacesExisting);
  }

  /** Returns a copy that replaces files in the folder that no export has stored, or keeps them. */
  public ExportOptions replacesExisting(boolean replacesExisting) {
    return new ExportOptions(patience, parallelBlobs, lineLimit, replacesExisting);
  }
}
