package io.partnercenter.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Gives a finished file its name, in the same folder and in one step. */
final class FileNaming {
  private FileNaming() {}

  /** How hard links are made. */
  @FunctionalInterface
  interface Links {
    void create(Path link, Path existing) throws IOException;
  }

  /**
   * Makes {@code file} the file {@code target}, which passes on its owner and permissions if there
   * is one.
   *
   * @throws FileSystemException if {@code target} is a folder, a FIFO or a device
   */
  static void replace(Path file, Path target) throws IOException {
    checkReplaceable(target);
    FileRights rights = FileRights.of(target);
    if (rights != null) rights.giveTo(file); // It may have come, or changed, in the meantime.
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Checks that {@code target} may be replaced: a regular file, a link, or nothing.
   *
   * @throws FileSystemException if it is a folder, a FIFO or a device
   */
  static void checkReplaceable(Path target) throws FileSystemException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(target)) return;
    if (Files.isRegularFile(target)) return;
    throw new FileSystemException(target.toString(), null, "it is no regular file, and is kept");
  }

  /**
   * Makes {@code file} the new file {@code target}, and may leave it under both names. Of all that
   * want the name, one gets it.
   *
   * @throws FileAlreadyExistsException if there is such a file
   */
  static void appear(Path file, Path target, Links links) throws IOException {
    try {
      links.create(target, file);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isSameFile(file, target)) throw e; // NFS may repeat a request that succeeded.
    } catch (FileSystemException | UnsupportedOperationException e) {
      NameLock.move(file, target); // FAT and some network drives have no hard links.
    }
  }
}
