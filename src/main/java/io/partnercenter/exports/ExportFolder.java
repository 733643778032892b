package io.partnercenter.exports;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.internal.BlobSource;
import io.partnercenter.internal.BlobWalk;
import io.partnercenter.internal.FolderManifest;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.UnreadableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An export that was stored with {@link RunningExport#downloadTo}: its files as they came, and the
 * manifest without the signature. Can be read at any time, without a partner and without a network.
 */
public final class ExportFolder<T> {
  private final Path path;
  private final Class<T> rowType;
  private final FolderManifest content;
  private final ExportOptions options;
  private final @Nullable Consumer<UnreadableRow> onUnreadable;

  private ExportFolder(
      Path path,
      Class<T> rowType,
      FolderManifest content,
      ExportOptions options,
      @Nullable Consumer<UnreadableRow> onUnreadable) {
    this.path = path;
    this.rowType = rowType;
    this.content = content;
    this.options = options;
    this.onUnreadable = onUnreadable;
  }

  /**
   * Opens the folder {@code path}, whose rows are {@code rowType}s.
   *
   * @throws IllegalArgumentException if there is no export in it, or not all of one, or one of
   *     other rows
   * @throws UncheckedIOException if it cannot be read
   */
  public static <T> ExportFolder<T> open(Path path, Class<T> rowType) {
    return open(path, rowType, ExportOptions.defaults(), null);
  }

  static <T> ExportFolder<T> open(
      Path path,
      Class<T> rowType,
      ExportOptions options,
      @Nullable Consumer<UnreadableRow> onUnreadable) {
    FolderManifest content = FolderManifest.in(path);
    if (content == null) throw new IllegalArgumentException("there is no export in " + path);
    if (!content.rows().equals(rowType.getSimpleName())) {
      String rows = FolderManifest.shown(content.rows());
      throw new IllegalArgumentException(
          "the rows in " + path + " are " + rows + "s, not " + rowType.getSimpleName());
    }
    if (!content.complete()) {
      throw new IllegalArgumentException(
          "the download to " + path + " was cut short: download it once more, which goes on there");
    }
    for (Map.Entry<String, Long> file : new TreeMap<>(content.sizes()).entrySet()) {
      checkThere(path.resolve(FolderManifest.fileName(file.getKey())), file.getValue());
    }
    return new ExportFolder<>(path, rowType, content, options, onUnreadable);
  }

  private static void checkThere(Path file, long size) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) == size) return;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be looked at: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(file + " is missing, or not " + size + " bytes long");
  }

  /**
   * The same, read in another way. Of the options, only the {@link ExportOptions#lineLimit()}
   * counts here: there is nothing to wait for, and the files are read one after the other.
   */
  public ExportFolder<T> with(ExportOptions options) {
    return new ExportFolder<>(path, rowType, content, options, onUnreadable);
  }

  /**
   * The same, with rows that cannot be read given to {@code handler}, and left out, instead of
   * failing the stream. It is called on the thread that reads; the page of such a row is the number
   * of its file.
   */
  public ExportFolder<T> onUnreadable(Consumer<UnreadableRow> handler) {
    return new ExportFolder<>(path, rowType, content, options, handler);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * What was asked for, such as an invoice's number: for people to read, and not to be taken apart.
   */
  public String export() {
    return FolderManifest.shown(content.export());
  }

  /** Which files there are, and of which version of the data. */
  public ExportManifest manifest() {
    return content.manifest();
  }

  /**
   * All rows, file by file, each in order; nothing is kept of them here. To be closed, if it is not
   * read to its end.
   *
   * @throws io.partnercenter.errors.PartnerDataException while it is read, if a row cannot be
   *     understood, unless it is {@linkplain #onUnreadable(Consumer) left out}, or rows are missing
   * @throws UncheckedIOException while it is read, if a file cannot be read
   */
  public Stream<T> stream() {
    List<BlobSource> sources = new ArrayList<>();
    for (var blob : content.manifest().blobs()) {
      Path file = path.resolve(FolderManifest.fileName(String.valueOf(blob.name())));
      CallFacts facts = facts(file);
      sources.add(
          new BlobSource(
              sources.size(), file.toString(), blob.itemCount(), facts, () -> open(file)));
    }
    BlobWalk<T> walk =
        new BlobWalk<>(
            sources,
            rowType,
            options.parallelBlobs(1),
            Runnable::run,
            onUnreadable,
            progress -> {},
            last -> {});
    return StreamSupport.stream(walk, false).onClose(walk::close).flatMap(List::stream);
  }

  private static CallFacts facts(Path file) {
    return new CallFacts(
        "exports.folder", "READ", file.toString(), "", "", List.of(), null, null, null);
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
