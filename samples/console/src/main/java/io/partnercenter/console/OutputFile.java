package io.partnercenter.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there whole or not at all: written beside its place, and moved when complete. One
 * that was there before stays until then.
 */
final class OutputFile implements AutoCloseable {
  private final Path target;
  private final Path unfinished;
  private final FileChannel channel;

  private OutputFile(Path target, Path unfinished) throws IOException {
    this.target = target;
    this.unfinished = unfinished;
    this.channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  static OutputFile at(Path target) throws IOException {
    Path path = target.toAbsolutePath();
    Path unfinished = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
    unfinished.toFile().deleteOnExit(); // Whoever presses Ctrl-C never gets to close.
    return new OutputFile(path, unfinished);
  }

  OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  /** Moves it to its place, once the disk has it: what it could be made from again may go next. */
  void complete() throws IOException {
    channel.force(true);
    channel.close();
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Nothing is left, unless it was complete. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
