package io.partnercenter.internal;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ManifestBlob;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stores the files of an export as they are, several at once. */
public record FolderDownload<T>(
    ExportFiles<T> files, ExportRequest<T> request, ExportOptions options) {
  private static final int BUFFER = 64 << 10;

  /** For so long nobody leaves a file alone that he still fills, in another process for example. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /**
   * Makes sure that an export can be stored in {@code directory}, and makes it if need be: what is
   * wrong with it would otherwise be found after the export has been waited for. Where all of one
   * is already, there may be nothing to write.
   *
   * @throws IllegalArgumentException if another export is in it
   */
  public static void prepare(Path directory, ExportRequest<?> request) {
    FolderManifest before = FolderManifest.in(directory, request);
    if (before != null && before.complete()) return;
    create(directory);
    FolderManifest.checkWritable(directory);
  }

  /**
   * Whether all of them are in {@code directory} already.
   *
   * @throws IllegalArgumentException if something is in their way; nothing is touched
   * @throws PartnerDataException if they have names that no file in a folder may have
   */
  public boolean isIn(Path directory) {
    return isIn(before(directory, unknownSizes().keySet()));
  }

  private boolean isIn(FolderBefore before) {
    FolderManifest same = ofThisVersion(before);
    return same != null
        && same.complete()
        && before.foreign().isEmpty()
        && before.wrong().isEmpty();
  }

  private FolderBefore before(Path directory, Set<String> names) {
    FolderBefore before = FolderBefore.of(directory, names, request);
    before.check(options.replacesExisting());
    return before;
  }

  /**
   * Waits until no other download has {@code directory}, for as long as an export is waited for.
   */
  public FolderLock lock(Path directory) {
    create(directory);
    return FolderLock.of(directory, options.patience(), files.storage());
  }

  /**
   * Stores them in {@code directory}, which is to be locked. A file gets its name when it is
   * complete, so those that have one beside a manifest of the same version of the data are kept, if
   * they are whole. What an older version has left is deleted.
   */
  public void to(Path directory) {
    Map<String, Long> sizes = unknownSizes();
    FolderBefore before = before(directory, sizes.keySet());
    if (isIn(before)) return;
    FolderManifest same = ofThisVersion(before);
    FolderRights rights = before.rights();
    before.foreign().forEach(FolderBefore::delete);
    if (same == null) {
      before.stored().forEach(FolderBefore::delete);
    } else if (same.complete()) {
      before.wrong().forEach(FolderBefore::delete);
    }
    create(directory);
    UnfinishedFile.deleteLeftOvers(
        directory, files.storage().timing().clock().instant().minus(LONGEST_PAUSE));
    manifest(false, sizes).storeIn(directory);
    fetch(directory, sizes, rights, same != null);
    manifest(true, sizes).storeIn(directory);
  }

  /** Of all files, by their names in the folder, which may be one on a system without capitals. */
  private Map<String, Long> unknownSizes() {
    Map<String, Long> sizes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (BlobSource source : files.sources()) {
      String file = FolderManifest.fileName(source.name());
      if (FolderManifest.isHidden(file)) {
        throw problem("has a name that begins with a dot: " + file, source);
      }
      if (sizes.put(file, -1L) != null) {
        throw problem("is one of two files that would be one file in a folder: " + file, source);
      }
    }
    return sizes;
  }

  private static PartnerDataException problem(String problem, BlobSource source) {
    return new PartnerDataException(problem, null, null, null, source.facts(), null);
  }

  /** The manifest that is there, if it is of the same version of the data. */
  private @Nullable FolderManifest ofThisVersion(FolderBefore before) {
    FolderManifest there = before.manifest();
    ExportManifest now = files.manifest();
    if (there == null || now.eTag() == null) return null;
    return DataVersion.isSame(now, there.manifest()) ? there : null;
  }

  private FolderManifest manifest(boolean complete, Map<String, Long> sizes) {
    return new FolderManifest(
        request.identity(),
        request.rowType().getSimpleName(),
        complete,
        files.manifest(),
        Map.copyOf(sizes));
  }

  private record Storing(BlobSource source, Flight<Long> flight) {}

  /**
   * Fetches them.
   *
   * @param rights of the files
   * @param replaces whether those that are there may be replaced: those that an attempt before has
   *     left, and nothing that has come meanwhile
   */
  private void fetch(
      Path directory, Map<String, Long> sizes, FolderRights rights, boolean replaces) {
    Deque<Storing> under = new ArrayDeque<>();
    int stored = 0;
    long bytes = 0;
    try {
      Iterator<BlobSource> sources = files.sources().iterator();
      while (sources.hasNext() || !under.isEmpty()) {
        while (sources.hasNext() && under.size() < options.parallelBlobs()) {
          under.add(begin(sources.next(), directory, rights, replaces));
        }
        Storing first = under.remove();
        long size = first.flight.land();
        bytes += size;
        sizes.put(FolderManifest.fileName(first.source.name()), size);
        files.tell(first.source, ++stored, 0, bytes);
        if (stored == sizes.size()) files.checkUnchanged(first.source);
      }
    } finally {
      under.forEach(storing -> storing.flight.cancel());
    }
  }

  private Storing begin(BlobSource source, Path directory, FolderRights rights, boolean replaces) {
    Flight<Long> flight =
        new Flight<>(() -> store(source, directory, rights, replaces), source.facts());
    return new Storing(source, flight.takeOff(files.storage().executor()));
  }

  private Long store(BlobSource source, Path directory, FolderRights rights, boolean replaces) {
    Path target = directory.resolve(FolderManifest.fileName(source.name()));
    if (replaces && isWhole(target, source)) return FolderBefore.size(target);
    try (UnfinishedFile file = rights.begin(target);
        InputStream bytes = source.bytes().get()) {
      byte[] buffer = new byte[BUFFER];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        file.write(buffer, read);
      }
      check(file, source);
      file.force();
      file.moveTo(target, replaces);
      return FolderBefore.size(target);
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be stored: " + e.getMessage(), e);
    }
  }

  /** Whether it is there as it was stored; what cannot even be read is not. */
  private boolean isWhole(Path target, BlobSource source) {
    if (!Files.isRegularFile(target)) return false;
    Long announced = announced(source);
    if (announced != null && announced != FolderBefore.size(target)) return false;
    try (InputStream bytes = Files.newInputStream(target)) {
      return isChecked(bytes);
    } catch (IOException e) {
      return false;
    }
  }

  private @Nullable Long announced(BlobSource source) {
    for (ManifestBlob blob : files.manifest().blobs()) {
      if (source.name().equals(blob.name())) return blob.sizeInBytes();
    }
    return null;
  }

  /** What cannot be decompressed would be kept, and fail whoever reads it, until somebody looks. */
  private static void check(UnfinishedFile file, BlobSource source) throws IOException {
    try (InputStream bytes = unclosed(file.stream())) {
      var unused = isChecked(bytes); // No bytes, and plain text, are nothing wrong.
    } catch (Gunzip.Damaged | Gunzip.CutShort e) {
      String problem = "is a file that " + e.getMessage();
      throw new PartnerDataException(problem, null, null, null, source.facts(), e);
    }
  }

  /** Reads all of it; whether it ended in a way that shows that nothing is missing. */
  private static boolean isChecked(InputStream bytes) throws IOException {
    try (Gunzip content = new Gunzip(bytes)) {
      byte[] buffer = new byte[BUFFER];
      while (content.read(buffer) >= 0) {}
      return content.isChecked();
    }
  }

  private static InputStream unclosed(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public void close() {}
    };
  }

  private static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be made: " + e.getMessage(), e);
    }
  }
}
