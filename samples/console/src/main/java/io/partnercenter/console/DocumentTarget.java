package io.partnercenter.console;

import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.models.DownloadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a document is to go. */
final class DocumentTarget {
  @Option(
      names = "--to",
      paramLabel = "PATH",
      description =
          "A file, or a folder for a file of the name that the service offers. Default: the"
              + " current folder.")
  private @Nullable Path to;

  @Option(names = "--replace", description = "Replace the file if it is there already.")
  private boolean replace;

  /**
   * Downloads {@code document} and says what it has become.
   *
   * @param name for a file whose name the service leaves open
   */
  void download(DocumentOperations document, String name, PartnerConsole console)
      throws IOException {
    DownloadedFile file;
    try (DownloadBar bar = console.downloadBar(name)) {
      DownloadOptions options = DownloadOptions.defaults().replacesExisting(replace).progress(bar);
      file = fetch(document.with(options), name, console.path(to));
    }
    StoredDocument stored = new StoredDocument(file.path().toString(), file.bytes());
    console
        .output()
        .all(console.format(), StoredDocument.class, Columns.DOCUMENTS, List.of(stored));
  }

  private DownloadedFile fetch(DocumentOperations document, String name, Path target)
      throws IOException {
    return Files.isDirectory(target) ? into(target, document, name) : document.downloadTo(target);
  }

  /** The service offers a name only together with the document, which has to wait somewhere. */
  private DownloadedFile into(Path folder, DocumentOperations document, String name)
      throws IOException {
    Path anteroom = Files.createTempDirectory(folder, ".download-");
    Path waiting = anteroom.resolve("document.pdf");
    try {
      DownloadedFile file = document.downloadTo(waiting);
      String offered = file.fileName();
      Path target = folder.resolve(offered != null ? offered : name + ".pdf");
      FilePlace.at(target, replace).take(waiting);
      return new DownloadedFile(target, file.bytes(), offered);
    } finally {
      Files.deleteIfExists(waiting);
      Files.deleteIfExists(anteroom);
    }
  }
}
