package io.partnercenter.faults;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets nothing go on for more than half a minute of real time. */
final class Watchdog {
  private static final int SECONDS = 30;

  private Watchdog() {}

  static <T> T watch(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "watched");
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      AssertionError hang = new AssertionError("hangs for " + SECONDS + " s");
      hang.setStackTrace(thread.getStackTrace()); // Where it hangs, not where that was noticed.
      thread.interrupt();
      throw hang;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception failure) throw failure;
      throw new AssertionError(e.getCause());
    }
  }
}
