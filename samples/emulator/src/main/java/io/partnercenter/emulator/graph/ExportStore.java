package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.support.LruMap;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.tenant.LineCollection;
import io.partnercenter.emulator.tenant.Volume;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The exports so far, and the version of their data. Thread-safe. */
public final class ExportStore {
  private static final long MAX_DISTINCT_ROWS = 20_000;

  private final ExportSettings settings;
  private final InstantSource clock;
  private final long seed;
  private final AtomicInteger version = new AtomicInteger();
  private final Map<LineCollection, LineCollection> resized = new ConcurrentHashMap<>();
  private final Map<String, Export> byOperation = new LruMap<>();
  private final Map<String, Export> byManifest = new LruMap<>();
  private int started;

  public ExportStore(EmulatorSettings settings) {
    this.settings = settings.exports();
    this.clock = settings.clock();
    this.seed = SeededRandom.deriveSeed(settings.seed(), "exports");
  }

  /**
   * Returns the lines in an export of the given lines. Beyond 20,000 they repeat, so that millions
   * of lines are built from a few members.
   */
  public LineCollection exported(LineCollection lines) {
    return resized.computeIfAbsent(
        lines,
        key -> {
          long rows = settings.files().rows(lines.rows());
          long distinct = lines.distinctRows();
          boolean many = rows > MAX_DISTINCT_ROWS;
          return lines.withVolume(
              new Volume(rows, many ? Math.min(distinct, GzipMembers.MAX_LINES) : distinct));
        });
  }

  synchronized Export start(ExportRequest request, Export.Outcome outcome) {
    SeededRandom random = SeededRandom.at(seed, started++);
    String id = random.guid();
    Export export =
        new Export(
            id, random.guid(), request, clock.instant(), outcome, settings.operations().polls());
    byOperation.put(id, export);
    if (outcome.lines() != null) byManifest.put(export.manifestId(), export);
    return export;
  }

  synchronized Export operation(String id) {
    return requireCurrent(byOperation.get(id), "Operation " + id);
  }

  synchronized Export manifest(String id) {
    return requireCurrent(byManifest.get(id), "Manifest " + id);
  }

  /**
   * Returns the export of a manifest at any age, or null: files exist longer than their manifest.
   */
  synchronized @Nullable Export findManifest(String manifestId) {
    return byManifest.get(manifestId);
  }

  private Export requireCurrent(@Nullable Export export, String what) {
    if (export == null) throw GraphErrorException.notFound(what);
    Instant end = export.created().plus(settings.operations().life());
    if (clock.instant().isBefore(end)) return export;
    throw GraphErrorException.of(settings.operations().expiredStatus());
  }

  int version() {
    return version.get();
  }

  public void newVersion() {
    version.incrementAndGet();
  }
}
