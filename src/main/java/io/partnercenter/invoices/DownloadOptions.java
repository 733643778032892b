package io.partnercenter.invoices;

import io.partnercenter.internal.Arguments;
import java.util.Objects;

/**
 * How a document is downloaded.
 *
 * @param replacesExisting whether a file that is there already is replaced, in one step, once the
 *     document is whole; if not, it is kept and the download refused. Not unless said otherwise
 * @param sizeLimit the largest document that is stored, in bytes after decompression; 256 MiB
 *     unless said otherwise
 * @param progress hears how far it has come; nobody unless said otherwise
 */
public record DownloadOptions(boolean replacesExisting, long sizeLimit, DownloadProgress progress) {
  private static final DownloadOptions DEFAULTS =
      new DownloadOptions(false, 256L << 20, (bytes, total) -> {});

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is less than a byte
   */
  public DownloadOptions {
    Arguments.check(sizeLimit > 0, "sizeLimit is more than nothing, not %s", sizeLimit);
    Objects.requireNonNull(progress, "progress");
  }

  /** Existing files are kept, 256 MiB, and no one hears of it. */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /** The same with existing files replaced, or kept. */
  public DownloadOptions replacesExisting(boolean replacesExisting) {
    return new DownloadOptions(replacesExisting, sizeLimit, progress);
  }

  /** The same with another limit. */
  public DownloadOptions sizeLimit(long bytes) {
    return new DownloadOptions(replacesExisting, bytes, progress);
  }

  /** The same with someone who hears how far it has come. */
  public DownloadOptions progress(DownloadProgress progress) {
    return new DownloadOptions(replacesExisting, sizeLimit, progress);
  }
}
