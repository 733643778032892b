package io.partnercenter.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there whole or not at all: written beside its place, and moved when complete. One
 * that was there before stays until then, and hands its owner and permissions on. A FIFO or a
 * device is written into as the bytes come. What the disk refuses is said of the place, not of the
 * file beside it.
 */
final class OutputFile implements AutoCloseable {
  private final FilePlace place;
  private final @Nullable Path unfinished;
  private final FileChannel channel;

  private OutputFile(FilePlace place, @Nullable Path unfinished, FileChannel channel) {
    this.place = place;
    this.unfinished = unfinished;
    this.channel = channel;
  }

  /**
   * Opens a file for {@code place}; a FIFO waits for its reader here.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one that is not to be replaced
   */
  static OutputFile at(FilePlace place) throws IOException {
    try {
      if (place.isWrittenInto()) {
        return new OutputFile(
            place, null, FileChannel.open(place.path(), StandardOpenOption.WRITE));
      }
      return beside(place);
    } catch (IOException e) {
      throw DiskReason.about(place.path(), e);
    }
  }

  private static OutputFile beside(FilePlace place) throws IOException {
    Path path = place.path();
    Path unfinished = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
    unfinished.toFile().deleteOnExit(); // Ctrl-C ends the process without close().
    FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    OutputFile file = new OutputFile(place, unfinished, channel);
    if (!Files.exists(path)) return file;
    try {
      FileRights.keep(path, unfinished); // Before there is anything in it to be read.
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  OutputStream stream() {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
          out.write(bytes, offset, length);
        } catch (IOException e) {
          throw DiskReason.about(place.path(), e);
        }
      }
    };
  }

  /** Moves it to its place, once the disk has it: what it could be made from again may go next. */
  void complete() throws IOException {
    try {
      if (unfinished != null) channel.force(true);
      channel.close();
      if (unfinished != null) place.take(unfinished);
    } catch (IOException e) {
      throw DiskReason.about(place.path(), e);
    }
  }

  /** Nothing is left, unless it was complete. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      if (unfinished != null) Files.deleteIfExists(unfinished);
    }
  }
}
