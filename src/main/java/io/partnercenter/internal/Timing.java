package io.partnercenter.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * All that waits or draws lots, in one value, so that tests need not wait and know the draw.
 *
 * @param clock what day it is: for expiries and {@code Retry-After} dates
 * @param nanoTime how much time has passed: for deadlines, which a corrected clock must not move
 * @param sleeper waits
 * @param dice draws from 0 up to, not including, 1
 */
public record Timing(
    InstantSource clock, LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier dice) {
  /** The real ones. */
  public static Timing system() {
    return new Timing(
        InstantSource.system(),
        System::nanoTime,
        (pause, closed) -> {
          var unused = closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        },
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /** How much time has passed since {@code nanoTime} said {@code start}. */
  Duration since(long start) {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits that long, or until interrupted, or until {@code closed} is open. */
    void sleep(Duration pause, CountDownLatch closed) throws InterruptedException;
  }
}
