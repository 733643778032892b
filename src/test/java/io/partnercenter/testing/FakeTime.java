package io.partnercenter.testing;

import io.partnercenter.internal.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when somebody sleeps, and dice that always show the same. */
public final class FakeTime {
  public static final Instant BEGINNING = Instant.parse("2026-03-01T02:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);
  private final List<Duration> naps = new CopyOnWriteArrayList<>();
  private volatile double dice = 0.5;

  public Timing timing() {
    return new Timing(now::get, this::nanoTime, (pause, closed) -> sleep(pause), () -> dice);
  }

  public Instant now() {
    return now.get();
  }

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** What the dice show from now on, from 0 up to 1. */
  public void dice(double value) {
    dice = value;
  }

  /** How long was slept, each time. */
  public List<Duration> naps() {
    return List.copyOf(naps);
  }

  private void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) throw new InterruptedException();
    naps.add(pause);
    pass(pause);
  }

  private long nanoTime() {
    return Duration.between(BEGINNING, now.get()).toNanos();
  }
}
