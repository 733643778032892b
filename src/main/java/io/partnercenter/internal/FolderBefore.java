package io.partnercenter.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder before an export is stored there.
 *
 * @param found what has the name of a file of the export
 * @param manifest of the export that is there; null if there is none
 */
record FolderBefore(Path directory, List<Path> found, @Nullable FolderManifest manifest) {
  /**
   * Looks for {@code names} first and for the manifest then: what another download stores meanwhile
   * has its manifest beside it, and is not taken for a file of somebody else.
   *
   * @throws IllegalArgumentException if another export is in {@code directory}
   */
  static FolderBefore of(Path directory, Set<String> names, ExportRequest<?> request) {
    List<Path> found =
        names.stream()
            .map(directory::resolve)
            .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
            .toList();
    return new FolderBefore(directory, found, FolderManifest.in(directory, request));
  }

  /** The files that an export has stored here, or was about to. */
  Stream<Path> stored() {
    if (manifest == null) return Stream.empty();
    return manifest.sizes().keySet().stream()
        .map(name -> directory.resolve(FolderManifest.fileName(name)));
  }

  /** The files in the way that no export has stored. */
  List<Path> foreign() {
    Set<Path> stored = Set.copyOf(stored().toList());
    return found.stream().filter(file -> !stored.contains(file)).toList();
  }

  /**
   * Makes sure that nothing is in the way of the export's files.
   *
   * @throws IllegalArgumentException if something is, such as a folder, or, unless it {@code
   *     replaces} them, files that no export has stored
   */
  void check(boolean replaces) {
    for (Path file : found) {
      Arguments.check(isFile(file), "%s is no file, and is left as it is", file);
    }
    for (Path file : foreign()) {
      Arguments.check(
          replaces,
          "%s was not stored by an export and is left as it is: store this one in another folder,"
              + " or replace the file with ExportOptions.replacesExisting(true)",
          file);
    }
  }

  /** Links are, whatever they lead to. */
  private static boolean isFile(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() || attributes.isSymbolicLink();
    } catch (NoSuchFileException e) {
      return true; // It is gone by now.
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  /** The files that are missing, or have been tampered with; of a folder that is complete. */
  List<Path> wrong() {
    if (manifest == null) return List.of();
    return manifest.sizes().entrySet().stream()
        .filter(entry -> !isThere(entry))
        .map(entry -> directory.resolve(FolderManifest.fileName(entry.getKey())))
        .toList();
  }

  private boolean isThere(Map.Entry<String, Long> stored) {
    Path file = directory.resolve(FolderManifest.fileName(stored.getKey()));
    return Files.isRegularFile(file) && size(file) == stored.getValue();
  }

  /** Returns whose the files are to be that take the place of these. */
  FolderRights rights() {
    return FolderRights.of(found, manifest == null ? null : FolderManifest.rights(directory));
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
