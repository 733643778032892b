package io.partnercenter.internal;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;

/**
 * Runs something with several threads again and again, each time in another order of their steps,
 * which Lincheck chooses. An order in which it fails, or hangs, fails the test and is printed step
 * by step. Every build runs a twentieth of the orders, {@code -Pcampaign} all.
 */
final class Interleavings {
  private static final int PERCENT = Integer.getInteger("campaign.percent", 5);

  private Interleavings() {}

  /**
   * Tries orders of {@code trial}, which makes what it needs anew and starts threads by {@link
   * #together}.
   *
   * @param whole how many orders the whole campaign has
   */
  static void of(String what, int whole, Runnable trial) {
    int orders = Math.max(1, whole * PERCENT / 100);
    Lincheck.runConcurrentTest(orders, trial);
    System.out.printf("campaign: %,d of %,d orders of %s, 0 violations%n", orders, whole, what);
  }

  /** Runs each of {@code parts} on a thread of its own, and waits for all. */
  static void together(Runnable... parts) {
    List<Thread> threads = new ArrayList<>();
    for (Runnable part : parts) threads.add(new Thread(part));
    threads.forEach(Thread::start);
    try {
      for (Thread thread : threads) thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As assertions of libraries would do, whose every step would be one more to put in order. */
  static void check(boolean holds, String claim) {
    if (!holds) throw new AssertionError(claim);
  }
}
