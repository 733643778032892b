package io.partnercenter.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The place of a file that appears when it is complete.
 *
 * @param path where; the file that a link leads to, not the link
 * @param replaces whether a file that is there gives way
 */
record FilePlace(Path path, boolean replaces) {
  /**
   * The place that {@code target} names.
   *
   * @throws FileAlreadyExistsException if there is a file, and {@code replaces} is false
   */
  static FilePlace at(Path target, boolean replaces) throws IOException {
    FilePlace place = new FilePlace(target.toAbsolutePath(), replaces);
    if (place.isWrittenInto()) return place;
    if (!replaces) place.checkFree();
    return Files.exists(target) ? new FilePlace(target.toRealPath(), replaces) : place;
  }

  /** Whether it is a FIFO or a device: its readers keep it open, so it must not be replaced. */
  boolean isWrittenInto() {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  /** Before anything is fetched. Another process may still come first; see {@link #take}. */
  void checkFree() throws IOException {
    if (Files.exists(path) && !isWrittenInto()) throw taken();
  }

  /** Makes {@code fresh}, which is complete and in the same folder, the file at this place. */
  void take(Path fresh) throws IOException {
    if (isWrittenInto()) {
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        Files.copy(fresh, out);
      }
    } else if (replaces) {
      if (Files.exists(path)) FileRights.keep(path, fresh);
      replace(fresh);
    } else {
      appear(fresh);
    }
  }

  private void replace(Path fresh) throws IOException {
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** {@code Files.move} looks and then renames, so two could win; only one can make a link. */
  private void appear(Path fresh) throws IOException {
    try {
      Files.createLink(path, fresh);
    } catch (FileAlreadyExistsException e) {
      throw taken();
    } catch (UnsupportedOperationException | FileSystemException e) {
      moveWithoutLinks(fresh); // FAT and some network drives have no hard links.
    }
  }

  private void moveWithoutLinks(Path fresh) throws IOException {
    try {
      Files.move(fresh, path);
    } catch (FileAlreadyExistsException e) {
      throw taken();
    }
  }

  private FileAlreadyExistsException taken() {
    return new FileAlreadyExistsException(path.toString(), null, "it exists and is kept");
  }
}
