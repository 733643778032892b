package io.partnercenter.invoices;

import org.jspecify.annotations.Nullable;

/** Hears how far a download has come, on the thread that downloads. */
@FunctionalInterface
public interface DownloadProgress {
  /**
   * Called every few kilobytes. After a connection that broke, the document starts over and {@code
   * bytes} with it. What this throws ends the download, and leaves no file.
   *
   * @param bytes how many there are so far
   * @param total how many there will be; absent if the service does not say
   */
  void received(long bytes, @Nullable Long total);
}
