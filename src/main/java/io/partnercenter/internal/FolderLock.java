package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one download at a time, of this process or another. The system releases the
 * lock when the process ends, however it ends. The file that is locked stays in the folder: two
 * downloads could lock a file that is deleted and its successor.
 *
 * <p>Where the system refuses to lock, on some network drives for example, downloads go on without:
 * each file is still moved into place in one step, but one of two downloads may fail.
 */
public final class FolderLock implements AutoCloseable {
  private static final String NAME = ".partnercenter-lock";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * The folders that this process has locked. The system locks for all of a process, and on POSIX a
   * process loses its lock when it closes the file anywhere, so a thread must not even open the
   * file that another one has locked.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final @Nullable FileChannel channel;
  private final boolean hasWaited;

  private FolderLock(Path folder, @Nullable FileChannel channel, boolean hasWaited) {
    this.folder = folder;
    this.channel = channel;
    this.hasWaited = hasWaited;
  }

  /**
   * Locks {@code directory}, which exists; waits while another download has it.
   *
   * @throws PartnerTransportException if that takes longer than {@code most}, or the thread is
   *     interrupted, or the partner is closed
   */
  public static FolderLock of(Path directory, Duration most, ServiceClient service) {
    CallFacts facts = facts(directory);
    long start = service.timing().nanoTime().getAsLong();
    FolderLock lock = take(directory, false);
    while (lock == null) {
      Duration waited = service.timing().since(start);
      if (waited.plus(PAUSE).compareTo(most) >= 0) throw tooLong(waited, facts);
      sleep(service, facts);
      lock = take(directory, true);
    }
    return lock;
  }

  /** Whether another download had the folder before. */
  public boolean hasWaited() {
    return hasWaited;
  }

  private static @Nullable FolderLock take(Path directory, boolean hasWaited) {
    Path folder = real(directory);
    if (!HELD.add(folder)) return null;
    FolderLock lock = null;
    try {
      lock = lock(folder, hasWaited);
    } catch (IOException e) {
      lock = new FolderLock(folder, null, hasWaited);
    } finally {
      if (lock == null) HELD.remove(folder);
    }
    return lock;
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static @Nullable FolderLock lock(Path folder, boolean hasWaited) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ, // With both, a named pipe in its place blocks nobody.
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    boolean isLocked = false;
    try {
      isLocked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another copy of this class in this process has it, as in two web applications.
    } finally {
      if (!isLocked) channel.close();
    }
    return isLocked ? new FolderLock(folder, channel, hasWaited) : null;
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  private static CallFacts facts(Path directory) {
    return new CallFacts(
        "exports.folder", "LOCK", directory.toString(), "", "", List.of(), null, null, null);
  }

  private static void sleep(ServiceClient service, CallFacts facts) {
    try {
      service.resources().sleep(PAUSE, service.timing());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartnerTransportException(
          "was interrupted while another download into this folder went on", Phase.PAUSE, facts, e);
    }
    if (!service.resources().isClosed()) return;
    throw new PartnerTransportException(
        "was given up, for the partner has been closed meanwhile",
        Phase.PAUSE,
        facts,
        new IllegalStateException("the partner is closed"));
  }

  private static PartnerTransportException tooLong(Duration waited, CallFacts facts) {
    return new PartnerTransportException(
        "failed: another download into this folder has not ended after %d s; download it again later"
            .formatted(waited.toSeconds()),
        Phase.PAUSE,
        facts,
        new TimeoutException());
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try {
      if (channel != null) channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be unlocked: " + e.getMessage(), e);
    } finally {
      HELD.remove(folder);
    }
  }
}
