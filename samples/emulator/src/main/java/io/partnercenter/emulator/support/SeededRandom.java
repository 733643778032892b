package io.partnercenter.emulator.support;

import java.util.List;
import java.util.UUID;

/**
 * A random number generator whose numbers depend only on a seed and a position (SplitMix64). Any
 * line can be made without the lines before it.
 */
public final class SeededRandom {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private SeededRandom(long state) {
    this.state = state;
  }

  /** Returns the generator of one position, such as the index of a line. */
  public static SeededRandom at(long seed, long position) {
    return new SeededRandom(mix(seed ^ mix(position + STEP)));
  }

  /** Returns a seed for one topic, derived from another seed. */
  public static long deriveSeed(long seed, String topic) {
    long hash = seed;
    for (int i = 0; i < topic.length(); i++) {
      hash = mix(hash + STEP + topic.charAt(i));
    }
    return hash;
  }

  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long next() {
    state += STEP;
    return mix(state);
  }

  /** Returns a number from 0 to {@code bound}, exclusively. */
  public int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  /** Returns a number between two bounds, inclusively. */
  public long between(long lowest, long highest) {
    return lowest + (next() >>> 1) % (highest - lowest + 1);
  }

  /** Returns true once in {@code chances} times on average. */
  public boolean oneIn(int chances) {
    return below(chances) == 0;
  }

  public <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  public String guid() {
    return new UUID(next() & ~0xF000L | 0x4000L, next() >>> 2 | Long.MIN_VALUE).toString();
  }

  public String letters(int count, String alphabet) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }
}
