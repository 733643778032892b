package io.partnercenter.console;

import io.partnercenter.exports.AttributeSet;
import io.partnercenter.exports.ExportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all exports take. */
final class ExportArguments {
  @Option(names = "--attributes", paramLabel = "SET", description = "full or basic. Default: full.")
  private @Nullable AttributeSet attributes;

  @Mixin private RowsTarget target;

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
  void check() throws IOException {
    if (fromFolder != null && folder != null) {
      throw new IllegalArgumentException("either --folder or --from-folder");
    }
    checkNotOfFolder("--attributes", attributes);
    options();
    target.check();
    Path kept = stateFile().path();
    if (kept == null) return;
    RowsTarget.checkFolder("--state", kept);
    if (Files.exists(kept) && !Files.isRegularFile(kept)) {
      throw new IllegalArgumentException("--state: " + kept + " is no regular file");
    }
  }

  /** Rows say neither their attributes nor their month, so they cannot be held against them. */
  void checkNotOfFolder(String option, @Nullable Object value) {
    if (fromFolder == null || value == null) return;
    throw new IllegalArgumentException(
        option + " beside --from-folder: the folder has what was asked for when it was made");
  }

  ExportOptions options() {
    ExportOptions options = ExportOptions.defaults().patience(patience);
    return parallel == null ? options : options.parallelBlobs(parallel);
  }

  /** Beside a FIFO or a device there is none: such places are the system's. */
  StateFile stateFile() {
    Path output = folder != null ? folder : target.file();
    if (state != null || output == null) return new StateFile(state);
    if (Files.exists(output) && !Files.isRegularFile(output) && !Files.isDirectory(output)) {
      return new StateFile(null);
    }
    Path path = output.toAbsolutePath().normalize();
    return new StateFile(path.resolveSibling(path.getFileName() + ".export"));
  }

  boolean isUnchanged(@Nullable String eTag) {
    return unlessEtag != null && unlessEtag.equals(eTag);
  }

  /** Whether rows run over the screen, if there is one. */
  boolean isOnScreen() {
    return target.file() == null && folder == null;
  }

  AttributeSet attributes() {
    return attributes == null ? AttributeSet.FULL : attributes;
  }

  RowsTarget target() {
    return target;
  }

  @Nullable Path folder() {
    return folder;
  }

  @Nullable Path fromFolder() {
    return fromFolder;
  }
}
