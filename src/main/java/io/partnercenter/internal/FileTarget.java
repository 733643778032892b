package io.partnercenter.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a download goes. A regular file appears there when it is complete, or replaces the one that
 * is there. A FIFO or a device is written into, for those who read it have it open already. Of a
 * link, the file that it leads to is meant.
 *
 * @param path what the link leads to, if it was one
 */
public record FileTarget(Path path, boolean replaces) {
  private static final int MOST_LINKS = 40;
  private static final int FILE_TYPE = 0170000;
  private static final int BLOCK_DEVICE = 0060000;

  /**
   * The target that {@code path} names.
   *
   * @throws UncheckedIOException if it is a folder, or if there is a file and {@code replaces} is
   *     false
   */
  public static FileTarget at(Path path, boolean replaces) {
    try {
      FileTarget target = new FileTarget(replaces ? followed(path) : path, replaces);
      target.check(path.toString());
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static Path followed(Path link) throws IOException {
    Path path = link;
    for (int links = 0; Files.isSymbolicLink(path); links++) {
      if (links == MOST_LINKS) throw new FileSystemLoopException(link.toString());
      path = path.resolveSibling(Files.readSymbolicLink(path));
    }
    return path;
  }

  private void check(String name) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name, null, "it is a folder; name a file in it");
    }
    if (replaces || isWrittenInto() || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
    throw new FileAlreadyExistsException(name, null, "it exists and is kept");
  }

  /**
   * Whether it is neither a file nor a folder. Of a disk, a file system may have to be replaced.
   */
  private boolean isWrittenInto() {
    return Files.exists(path) && !Files.isRegularFile(path) && (replaces || !isBlockDevice());
  }

  private boolean isBlockDevice() {
    try {
      Object mode = Files.getAttribute(path, "unix:mode");
      return mode instanceof Integer bits && (bits & FILE_TYPE) == BLOCK_DEVICE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Begins a file for it, which only those can read who can read the one that is replaced. */
  public UnfinishedFile begin() {
    return isWrittenInto() ? UnfinishedFile.nameless() : UnfinishedFile.beside(path);
  }

  /** Makes {@code file}, which is complete, what there is. A FIFO waits for its reader here. */
  public void complete(UnfinishedFile file) {
    if (isWrittenInto()) {
      write(file);
    } else {
      file.moveTo(path, replaces);
    }
  }

  private void write(UnfinishedFile file) {
    try (InputStream in = file.stream();
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the document cannot be written to " + path + ": " + e, e);
    }
  }
}
