package io.partnercenter.exports;

import io.partnercenter.internal.BlobWalk;
import io.partnercenter.internal.ExportFiles;
import io.partnercenter.internal.ExportService;
import io.partnercenter.internal.FolderDownload;
import io.partnercenter.internal.FolderLock;
import io.partnercenter.internal.HandleText;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.UnreadableRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An export that has been asked for. Immutable, and as thread-safe as the partner: every method
 * asks the service anew how it stands, so that it can be stored, forgotten and picked up.
 */
public final class RunningExport<T> {
  private final ExportService<T> service;
  private final String operationId;
  private final ExportOptions options;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;

  RunningExport(
      ExportService<T> service,
      String operationId,
      ExportOptions options,
      @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.service = service;
    this.operationId = operationId;
    this.options = options;
    this.onUnreadable = onUnreadable;
  }

  /** The export as text, to be stored. */
  public ExportHandle handle() {
    return HandleText.of(service.request(), operationId);
  }

  /** The same, waited for and read in another way. */
  public RunningExport<T> with(ExportOptions options) {
    return new RunningExport<>(service, operationId, options, onUnreadable);
  }

  /**
   * The same, with rows that cannot be read given to {@code handler}, and left out, instead of
   * failing the export. It is called on the thread that reads; the page of such a row is the number
   * of its file.
   */
  public RunningExport<T> onUnreadable(Consumer<UnreadableRow> handler) {
    return new RunningExport<>(service, operationId, options, handler);
  }

  /**
   * Asks how it stands; one request.
   *
   * @throws io.partnercenter.errors.PartnerExportException if the service does not know it any more
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public ExportOperation status() {
    return service.status(operationId);
  }

  /** {@link #status} on another thread; cancelling the future ends the call. */
  public CompletableFuture<ExportOperation> statusAsync() {
    return service.graph().async(this::status);
  }

  /**
   * Waits until it is done, as long as {@link ExportOptions#patience()} says, and returns which
   * files there are. Asks as often as the service wishes, or every ten seconds. If its {@code eTag}
   * is that of last time, so are the rows, and need not be read again.
   *
   * @throws io.partnercenter.errors.PartnerExportException if it has failed, for lack of data for
   *     example, or is not known any more
   * @throws io.partnercenter.errors.PartnerTransportException if it is not done in time, or the
   *     thread was interrupted; it can still be picked up
   */
  public ExportManifest await() {
    return files().manifest();
  }

  /** {@link #await()} with other patience. */
  public ExportManifest await(Duration patience) {
    return with(options.patience(patience)).await();
  }

  /** {@link #await()} on another thread; cancelling the future ends the waiting. */
  public CompletableFuture<ExportManifest> awaitAsync() {
    return service.graph().async(this::await);
  }

  /**
   * Waits until it is done, and reads its rows: several files at once, with the rows of each in
   * order. A connection that breaks goes on at the byte where it broke; a signature that expires is
   * replaced. What is missing is an error: files, bytes, or rows, as far as the manifest counts
   * them. To be closed, if it is not read to its end.
   *
   * @throws io.partnercenter.errors.PartnerException as {@link #await()}, and while it is read, if
   *     a file cannot be had or understood
   */
  public Stream<T> stream() {
    ExportFiles<T> files = files();
    BlobWalk<T> walk = files.walk(options, onUnreadable);
    return StreamSupport.stream(walk, false).onClose(walk::close).flatMap(List::stream);
  }

  /**
   * Waits until it is done, and returns its files, each a value that can be stored or sent, and
   * read by another process or machine that has nothing but this SDK, for as long as the signature
   * is good: an hour or so.
   */
  public List<ExportBlob<T>> blobs() {
    return files().blobs();
  }

  /**
   * Waits until it is done, and stores its files as they are in {@code directory}, with the
   * manifest beside them. The folder is made, and one that will not do refused, before the waiting.
   * Each file appears when it is complete. Files that are there already, from an attempt that was
   * cut short, are kept, if they are whole. Makes no request for files if nothing has changed.
   *
   * <p>Files of the same names that no export has stored are kept, and the download fails, unless
   * {@link ExportOptions#replacesExisting()} is set. One download at a time stores into a folder:
   * the next one, of this process or another, waits for as long as {@link ExportOptions#patience()}
   * says. The file {@code .partnercenter-lock} that stays in the folder is for that.
   *
   * <p>A folder holds one version of one export. When there is a newer one, the old files go first;
   * until the new ones are all there, {@link ExportFolder#open} refuses the folder. Whoever needs
   * the old ones meanwhile stores each version in a folder of its own.
   *
   * <p>A file that is replaced passes on its permissions and owner as far as the system lets; files
   * of other names get those of the manifest that was there. A link gives way to the file. A
   * folder, FIFO or device of such a name is left as it is, and the download fails.
   *
   * @return the folder, to be read now, in the way this export would be, or at any time with {@link
   *     ExportFolder#open}
   * @throws IllegalArgumentException if another export, the manifest of something else, or a file
   *     that no export has stored is in the way in {@code directory}; nothing is touched
   * @throws io.partnercenter.errors.PartnerTransportException also if another download into {@code
   *     directory} does not end in time
   * @throws io.partnercenter.errors.PartnerDataException also if a file has a name that begins with
   *     a dot, or two files would be one in a folder
   * @throws java.io.UncheckedIOException if this machine cannot store them
   */
  public ExportFolder<T> downloadTo(Path directory) {
    FolderDownload.prepare(Objects.requireNonNull(directory, "directory"), service.request());
    FolderDownload<T> download = download();
    if (download.isIn(directory)) return open(directory);
    try (FolderLock lock = download.lock(directory)) {
      if (lock.hasWaited()) download = download(); // There may be newer data, in the folder too.
      download.to(directory);
      return open(directory);
    }
  }

  private FolderDownload<T> download() {
    return new FolderDownload<>(files(), service.request(), options);
  }

  private ExportFolder<T> open(Path directory) {
    return ExportFolder.open(directory, service.request().rowType(), options, onUnreadable);
  }

  private ExportFiles<T> files() {
    return service.finished(operationId, options.patience());
  }
}
