package io.partnercenter.emulator.support;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cache of byte arrays, bounded by their total size. Drops the least recently used. Thread-safe.
 */
public final class ByteCache<K> {
  private final Map<K, byte[]> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final long maxBytes;
  private long bytes;

  public ByteCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Returns the cached bytes, or those of {@code factory}, which are then cached. */
  public byte[] get(K key, Function<K, byte[]> factory) {
    byte[] cached = find(key);
    if (cached != null) return cached;
    byte[] value = factory.apply(key); // Outside the lock, so that other threads do not wait.
    put(key, value);
    return value;
  }

  private synchronized byte @Nullable [] find(K key) {
    return entries.get(key);
  }

  private synchronized void put(K key, byte[] value) {
    byte[] before = entries.put(key, value);
    bytes += value.length - (before == null ? 0 : before.length);
    Iterator<byte[]> eldest = entries.values().iterator();
    while (bytes > maxBytes) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }
}
