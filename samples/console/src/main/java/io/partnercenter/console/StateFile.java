package io.partnercenter.console;

import io.partnercenter.exports.ExportHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the handle of an export from its start to its end, so that a run that was cut short is not
 * followed by a second export of the same. Holds no secret.
 *
 * @param path where; null to keep nothing
 */
record StateFile(@Nullable Path path) {
  /** Nothing else is ever overwritten: the name of the file may have been mistyped. */
  private static final String HEADING = "partner-console export";

  /**
   * The handle that an earlier run has left; null if there is none.
   *
   * @throws IllegalArgumentException if there is a file of another kind
   */
  @Nullable ExportHandle read() throws IOException {
    if (path == null) return null;
    try {
      byte[] content = Files.readAllBytes(path);
      List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      if (lines.size() == 2 && lines.get(0).equals(HEADING)) return new ExportHandle(lines.get(1));
    } catch (NoSuchFileException e) {
      return null;
    }
    throw new IllegalArgumentException(
        path + " is not a state file of this program; name another with --state, or remove it");
  }

  /** When the handle was written, by the file system. */
  Instant written() throws IOException {
    return Files.getLastModifiedTime(Objects.requireNonNull(path)).toInstant();
  }

  void write(ExportHandle handle) throws IOException {
    if (path == null) return;
    try (OutputFile file = OutputFile.at(FilePlace.at(path, true))) {
      file.stream()
          .write((HEADING + "\n" + handle.value() + "\n").getBytes(StandardCharsets.UTF_8));
      file.complete();
    }
  }

  void remove() throws IOException {
    if (path != null) Files.deleteIfExists(path);
  }
}
