package io.partnercenter.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Gives a file a name that nobody else has, where there are no hard links: under a lock, which the
 * system releases if the process is killed. {@code Files.move} alone looks and then renames, so two
 * processes could both succeed.
 */
final class NameLock {
  /**
   * Stays in the folder. Who opened it before it was deleted would lock another file than who opens
   * it afterwards, and nothing would tell.
   */
  private static final String NAME = UnfinishedFile.PREFIX + "lock";

  private NameLock() {}

  /**
   * Moves {@code file} to {@code target}, in the same folder. Waits for others that do the same
   * there. One thread at a time, for a lock on a file is held by the whole process.
   *
   * @throws FileAlreadyExistsException if there is such a file
   */
  static synchronized void move(Path file, Path target) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            target.resolveSibling(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var unused = channel.lock(); // Until the channel is closed.
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (OverlappingFileLockException e) { // Held by another copy of this class.
      throw new FileSystemException(target.toString(), null, "another program makes it just now");
    }
  }
}
