package io.partnercenter.benchmarks;

import java.lang.management.ManagementFactory;

/** What is in use. */
final class Heap {
  private Heap() {}

  /** Bytes that are reachable, as the least of several collections sees it. */
  static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      least = Math.min(least, used);
    }
    return least;
  }
}
