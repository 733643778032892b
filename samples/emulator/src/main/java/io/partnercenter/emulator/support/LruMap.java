package io.partnercenter.emulator.support;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the 10,000 entries that were used most recently. */
public final class LruMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;
  private static final int MAX_ENTRIES = 10_000;

  public LruMap() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MAX_ENTRIES;
  }
}
