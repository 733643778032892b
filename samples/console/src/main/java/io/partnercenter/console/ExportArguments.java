package io.partnercenter.console;

import io.partnercenter.exports.AttributeSet;
import io.partnercenter.exports.ExportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all exports take. */
final class ExportArguments {
  @Option(names = "--attributes", paramLabel = "SET", description = "full or basic. Default: full.")
  private @Nullable AttributeSet attributes;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write rows there, once all are there. Default: standard output.")
  private @Nullable Path to;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Keep the files as they come; files that are there already are kept.")
  private @Nullable Path folder;

  @Option(
      names = "--from-folder",
      paramLabel = "DIR",
      description =
          "Read what --folder has kept, without any request; --period and --attributes are those of"
              + " the run that kept it.")
  private @Nullable Path fromFolder;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Remember the export there until it is done, so that a second run goes on with it."
              + " Default: FILE.export or DIR.export, beside the output.")
  private @Nullable Path state;

  @Option(
      names = "--unless-etag",
      paramLabel = "TAG",
      description = "End with 10 and without rows if the data still has this eTag.")
  private @Nullable String unlessEtag;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "How many files are read at once, 1 to 64. Default: two for each processor, 8 at most.")
  private @Nullable Integer parallel;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "How long to wait for the service, such as 90s, 30m or 2h. Default: 1h.")
  private Duration patience = ExportOptions.defaults().patience();

  /** Complains before anything is asked for. */
  void check() {
    if (fromFolder != null && folder != null) {
      throw new IllegalArgumentException("either --folder or --from-folder");
    }
    checkNotOfFolder("--attributes", attributes);
    options();
    if (to != null) checkTarget("--to", to);
    Path kept = stateFile().path();
    if (kept != null) checkTarget("--state", kept);
  }

  /** Rows say neither their attributes nor their month, so they cannot be held against them. */
  void checkNotOfFolder(String option, @Nullable Object value) {
    if (fromFolder == null || value == null) return;
    throw new IllegalArgumentException(
        option + " beside --from-folder: the folder has what was asked for when it was made");
  }

  private static void checkTarget(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(option + ": there is no folder " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(option + ": " + file + " is a folder");
    }
  }

  ExportOptions options() {
    ExportOptions options = ExportOptions.defaults().patience(patience);
    return parallel == null ? options : options.parallelBlobs(parallel);
  }

  StateFile stateFile() {
    Path output = folder != null ? folder : to;
    if (state != null || output == null) return new StateFile(state);
    Path path = output.toAbsolutePath().normalize();
    return new StateFile(path.resolveSibling(path.getFileName() + ".export"));
  }

  boolean isUnchanged(@Nullable String eTag) {
    return unlessEtag != null && unlessEtag.equals(eTag);
  }

  /** Whether rows run over the screen, if there is one. */
  boolean isOnScreen() {
    return to == null && folder == null;
  }

  AttributeSet attributes() {
    return attributes == null ? AttributeSet.FULL : attributes;
  }

  @Nullable Path to() {
    return to;
  }

  @Nullable Path folder() {
    return folder;
  }

  @Nullable Path fromFolder() {
    return fromFolder;
  }
}
