package io.partnercenter.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being filled: it becomes another in one step, or it is gone when this is closed.
 * What the disk refuses is an {@link UncheckedIOException}, so that it cannot be mistaken for a
 * failure of the connection, which is worth another attempt.
 */
public final class UnfinishedFile implements AutoCloseable {
  static final String PREFIX = ".partnercenter-";
  private static final String LEFT_OVERS = PREFIX + "????????-????-????-????-????????????";

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path path;
  private final FileChannel channel;

  private UnfinishedFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes a file in the folder of {@code target}, so that moving it there only changes its name.
   * Its own name cannot be foreseen. Its owner and permissions are those of {@code target}, if that
   * is a regular file, or else those of any file this process makes.
   */
  public static UnfinishedFile beside(Path target) {
    return beside(target, FileRights.of(target));
  }

  /** Makes a file in the folder of {@code target} that has {@code rights}, if there are any. */
  static UnfinishedFile beside(Path target, @Nullable FileRights rights) {
    Path path = target.toAbsolutePath().resolveSibling(PREFIX + UUID.randomUUID());
    try {
      FileAttribute<?>[] atFirst = rights == null ? new FileAttribute<?>[0] : rights.atFirst();
      UnfinishedFile file = new UnfinishedFile(path, FileChannel.open(path, NEW, atFirst));
      if (rights != null) rights.giveTo(path);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("no file can be made beside " + target + ": " + e, e);
    }
  }

  /**
   * Deletes what programs that were killed have left in {@code directory}: files that nobody has
   * written to since {@code time}. What cannot be deleted stays, for it is in nobody's way.
   */
  static void deleteLeftOvers(Path directory, Instant time) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, LEFT_OVERS)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) Files.deleteIfExists(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They stay.
    }
  }

  /** A file for temporary files, which only this user can read and which goes with its channel. */
  public static UnfinishedFile nameless() {
    try {
      Path path = Files.createTempFile("partnercenter-", null);
      return new UnfinishedFile(path, openDeletedOnClose(path));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file can be made: " + e, e);
    }
  }

  private static FileChannel openDeletedOnClose(Path path) throws IOException {
    try {
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Drops what an earlier attempt has left. */
  void empty() throws InterruptedIOException {
    store(() -> channel.truncate(0));
  }

  void write(byte[] bytes, int length) throws InterruptedIOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    store(
        () -> {
          while (buffer.hasRemaining()) channel.write(buffer);
        });
  }

  /** The last bytes of it, all there are if there are less. */
  ByteString last(int length) throws InterruptedIOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    store(
        () -> {
          long position = Math.max(0, channel.size() - length);
          while (channel.read(buffer, position + buffer.position()) > 0) {}
        });
    return ByteString.of(buffer.flip());
  }

  /** Returns when all of it is on the disk, and not only with the system. */
  void force() throws InterruptedIOException {
    store(() -> channel.force(true));
  }

  private void store(Store store) throws InterruptedIOException {
    try {
      store.run();
    } catch (ClosedByInterruptException e) {
      InterruptedIOException interrupt = new InterruptedIOException("interrupted while storing");
      interrupt.initCause(e);
      throw interrupt;
    } catch (IOException e) {
      throw new UncheckedIOException("the document cannot be stored: " + e, e);
    }
  }

  /**
   * Gives this file the name {@code target}, in one step.
   *
   * @param replacesExisting whether a file of that name is replaced, and passes on its owner and
   *     permissions; if not, only one of all that want the name gets it
   */
  public void moveTo(Path target, boolean replacesExisting) {
    moveTo(target, replacesExisting, Files::createLink);
  }

  void moveTo(Path target, boolean replacesExisting, FileNaming.Links links) {
    try {
      channel.close();
      if (replacesExisting) {
        FileNaming.replace(path, target);
      } else {
        FileNaming.appear(path, target, links);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the document cannot be kept as " + target + ": " + e, e);
    }
  }

  /** All of it, from the beginning; closing the stream closes this. */
  public InputStream stream() {
    try {
      return Channels.newInputStream(channel.position(0));
    } catch (IOException e) {
      throw new UncheckedIOException("the document cannot be read again: " + e, e);
    }
  }

  /** Deletes it, unless it has been moved, or the name it had until then. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file is left over: " + path, e);
    }
  }

  /** Something done to the disk. */
  @FunctionalInterface
  private interface Store {
    void run() throws IOException;
  }
}
