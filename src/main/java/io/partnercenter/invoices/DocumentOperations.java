package io.partnercenter.invoices;

import io.partnercenter.internal.DocumentReader;
import io.partnercenter.internal.DocumentReader.Document;
import io.partnercenter.internal.FileTarget;
import io.partnercenter.internal.ServiceCall;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.internal.UnfinishedFile;
import io.partnercenter.models.DownloadedFile;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/**
 * A document that the service has as a PDF. It is delivered whole or not at all: a connection that
 * breaks in the middle is made again and the document begun again, as part of the same call, and
 * what is no PDF never becomes a file. Memory holds a buffer of it at a time.
 *
 * <p>Each attempt has the time-out of the scope, three minutes unless said otherwise; give large
 * documents on slow lines more with {@link io.partnercenter.RequestOptions#timeout()}.
 */
public final class DocumentOperations {
  // The service's documentation asks for JSON even here; errors are JSON.
  private static final String ACCEPT = "application/pdf, application/json;q=0.5";

  private final ServiceClient service;
  private final String operation;
  private final HttpUrl url;
  private final DownloadOptions options;

  DocumentOperations(ServiceClient service, String operation, HttpUrl url) {
    this(service, operation, url, DownloadOptions.defaults());
  }

  private DocumentOperations(
      ServiceClient service, String operation, HttpUrl url, DownloadOptions options) {
    this.service = service;
    this.operation = operation;
    this.url = url;
    this.options = options;
  }

  /** The same document, downloaded in another way. */
  public DocumentOperations with(DownloadOptions options) {
    Objects.requireNonNull(options, "options");
    return new DocumentOperations(service, operation, url, options);
  }

  /**
   * Downloads the document and makes it the file {@code target}. One request. The document is first
   * a file of another name in the same folder; when it is whole, checked and on the disk, it
   * becomes {@code target} in one step. If anything fails, that file is gone and {@code target} is
   * as it was.
   *
   * <p>Of several downloads to one new file, in this process or others, one succeeds. A file that
   * is replaced passes on its permissions and owner as far as the system lets. Of a symbolic link,
   * the file that it leads to is replaced. A FIFO or a device, such as {@code /dev/null}, is never
   * replaced: the document is written into it when it is whole.
   *
   * @param target a file, not a folder; its folder must exist
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or answered what is no PDF or too large
   * @throws UncheckedIOException if this machine cannot store it, which is never tried again; the
   *     cause says why. A {@link java.nio.file.FileAlreadyExistsException}, if {@code target}
   *     exists and is not to be {@linkplain DownloadOptions#replacesExisting() replaced}, and
   *     folders that are missing or closed come before any request
   */
  public DownloadedFile downloadTo(Path target) {
    FileTarget place = FileTarget.at(target, options.replacesExisting());
    try (UnfinishedFile file = place.begin()) {
      Document document = fetch(file);
      place.complete(file);
      return new DownloadedFile(target, document.bytes(), document.fileName());
    }
  }

  /** {@link #downloadTo} on another thread; cancelling the future ends the call. */
  public CompletableFuture<DownloadedFile> downloadToAsync(Path target) {
    return service.async(() -> downloadTo(target));
  }

  /**
   * Downloads the document, and opens it once it is whole and checked. One request. It is kept in
   * the system's folder for temporary files, readable to this user alone, until the stream is
   * closed: a stream straight from the connection could break behind its first half, which the
   * caller would have used already.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or answered what is no PDF or too large
   * @throws UncheckedIOException if this machine cannot store it, which is never tried again
   */
  public InputStream openStream() {
    UnfinishedFile file = UnfinishedFile.nameless();
    try {
      fetch(file);
      return file.stream();
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private Document fetch(UnfinishedFile file) {
    return service.send(
        ServiceCall.get(operation, url, new DocumentReader(file, options))
            .header("Accept", ACCEPT));
  }
}
