package io.partnercenter.emulator.support;

import java.util.List;
import java.util.UUID;

/**
 * Numbers that look random and depend only on a seed and a position (SplitMix64), so that any line
 * can be made without making the lines before it.
 */
public final class SeededRandom {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private SeededRandom(long state) {
    this.state = state;
  }

  public static SeededRandom at(long seed, long position) {
    return new SeededRandom(mix(seed ^ mix(position + STEP)));
  }

  /** A seed of its own for each topic below one seed. */
  public static long seed(long seed, String topic) {
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

  public int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  public long between(long lowest, long highest) {
    return lowest + (next() >>> 1) % (highest - lowest + 1);
  }

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
