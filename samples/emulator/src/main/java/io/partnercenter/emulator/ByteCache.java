package io.partnercenter.emulator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bytes that were made before, the latest ones up to a bound. Thread-safe. */
final class ByteCache<K> {
  private final Map<K, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long mostBytes;
  private long bytes;

  ByteCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  byte[] of(K key, Function<K, byte[]> maker) {
    byte[] known = find(key);
    if (known != null) return known;
    byte[] made = maker.apply(key); // Outside the lock: others need not wait for this one.
    keep(key, made);
    return made;
  }

  private synchronized byte @Nullable [] find(K key) {
    return kept.get(key);
  }

  private synchronized void keep(K key, byte[] made) {
    byte[] before = kept.put(key, made);
    bytes += made.length - (before == null ? 0 : before.length);
    Iterator<byte[]> eldest = kept.values().iterator();
    while (bytes > mostBytes) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }
}
