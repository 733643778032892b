package io.partnercenter.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where rows go: to standard output, or to a file that is there once all rows are. */
final class RowsTarget {
  /** A shell's redirection makes the second a regular file, which must not be replaced then. */
  private static final Set<Path> STANDARD_OUTPUT = Set.of(Path.of("-"), Path.of("/dev/stdout"));

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write rows there, once all are there. Default, and -: standard output.")
  private @Nullable Path to;

  @Option(
      names = "--replace",
      description = "Replace FILE if it is there already, once all rows are there.")
  private boolean replace;

  RowsTarget() {}

  RowsTarget(Path to) {
    this.to = to;
  }

  /** Null for standard output. */
  @Nullable Path file() {
    return to == null || STANDARD_OUTPUT.contains(to) ? null : to.toAbsolutePath();
  }

  /** Complains before anything is asked for. */
  void check() throws IOException {
    Path file = file();
    if (file == null) return;
    checkFolder("--to", file);
    FilePlace place = FilePlace.at(file, replace);
    if (place.isWrittenInto() || Files.isWritable(place.path().getParent())) return;
    throw new AccessDeniedException(file.toString());
  }

  /** The place of the file, which {@link #check} may have found free long ago. */
  FilePlace place(Path file) throws IOException {
    return FilePlace.at(file, replace);
  }

  static void checkFolder(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(option + ": there is no folder " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(option + ": " + file + " is a folder");
    }
  }
}
