package io.partnercenter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** Permissions and kinds of files that Windows does not have. */
public final class UnixFiles {
  private UnixFiles() {}

  /** The permissions of {@code file} itself, as in {@code rw-r--r--}. */
  public static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /** Makes a FIFO. */
  public static Path fifo(Path path) throws Exception {
    Process made = new ProcessBuilder("mkfifo", path.toString()).start();
    if (!made.waitFor(20, TimeUnit.SECONDS) || made.exitValue() != 0) {
      throw new AssertionError("no FIFO can be made");
    }
    return path;
  }
}
