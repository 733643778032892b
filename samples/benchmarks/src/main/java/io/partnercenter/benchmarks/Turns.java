package io.partnercenter.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The milliseconds of the same work done in turns, in one JVM and within a second or two: whatever
 * else the machine does, and however the code was compiled, is alike for all of them.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Turns {
  /** One file at a time. */
  public double one;

  /** Two at once. */
  public double two;

  /** All at once. */
  public double all;

  static double millis(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** A turn. */
  interface Work {
    void run() throws Exception;
  }
}
