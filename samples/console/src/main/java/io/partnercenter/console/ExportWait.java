package io.partnercenter.console;

import io.partnercenter.exports.RunningExport;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ExportOperation;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for an export and says how it stands, which the SDK's own {@code await} keeps to itself.
 *
 * @param patience how long
 * @param nanoTime a clock
 * @param sleeper lets time pass
 */
record ExportWait(Duration patience, LongSupplier nanoTime, Sleeper sleeper) {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** {@code Thread.sleep}, or what a test does in its place. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
  }

  static ExportWait of(Duration patience) {
    return new ExportWait(patience, System::nanoTime, pause -> Thread.sleep(pause.toMillis()));
  }

  ExportManifest until(RunningExport<?> running, ExportProgress progress) {
    long start = nanoTime.getAsLong();
    while (true) {
      ExportOperation operation = running.status();
      if (operation.status().isFinal()) return running.await();
      Duration waited = Duration.ofNanos(nanoTime.getAsLong() - start);
      progress.waiting(operation.status(), waited);
      Duration pause = pause(operation.retryAfter());
      if (waited.plus(pause).compareTo(patience) > 0) {
        throw notDone("is " + operation.status() + " after " + waited.toSeconds() + " s");
      }
      sleep(pause);
    }
  }

  private void sleep(Duration pause) {
    try {
      sleeper.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notDone("was interrupted while it was waited for");
    }
  }

  private static ExportFailure notDone(String why) {
    return ExportFailure.notDone(
        "The export " + why + "; with --to, --folder or --state the same again goes on with it");
  }

  /** What the service wishes, within reason. */
  private static Duration pause(@Nullable Duration wish) {
    if (wish == null) return USUAL_PAUSE;
    if (wish.compareTo(Duration.ofSeconds(1)) < 0) return Duration.ofSeconds(1);
    return wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish;
  }
}
