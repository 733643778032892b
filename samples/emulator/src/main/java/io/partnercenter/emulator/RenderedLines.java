package io.partnercenter.emulator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of pages that were asked for before, the latest ones up to a bound. Thread-safe. */
final class RenderedLines {
  /**
   * A run of lines.
   *
   * @param step 1 for all lines from the first, 2 for every other
   */
  record Run(LineItems lines, long first, int count, int step) {
    /** Equal for runs that look the same. */
    private Run content() {
      return new Run(lines, first % lines.distinctRows(), count, step);
    }

    private byte[] render() {
      return JsonOut.bytes(
          json -> {
            for (int i = 0; i < count; i++) {
              lines.write(json, first + (long) i * step);
            }
          });
    }
  }

  private final Map<Run, byte[]> runs = new LinkedHashMap<>(16, 0.75f, true);
  private final long mostBytes;
  private long bytes;

  RenderedLines(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  byte[] of(Run run) {
    Run key = run.content();
    byte[] known = find(key);
    if (known != null) return known;
    byte[] rendered = key.render(); // Outside the lock: other pages need not wait for this one.
    keep(key, rendered);
    return rendered;
  }

  private synchronized byte @Nullable [] find(Run key) {
    return runs.get(key);
  }

  private synchronized void keep(Run key, byte[] rendered) {
    byte[] before = runs.put(key, rendered);
    bytes += rendered.length - (before == null ? 0 : before.length);
    Iterator<byte[]> eldest = runs.values().iterator();
    while (bytes > mostBytes) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }
}
