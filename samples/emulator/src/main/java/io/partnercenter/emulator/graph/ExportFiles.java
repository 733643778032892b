package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.support.CompositeBody;
import io.partnercenter.emulator.support.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The files of an export: their names, and the lines of each.
 *
 * <p>A new version of the data moves the lines on by one file. Files of one version have all lines;
 * files of two versions lack some lines and repeat others.
 */
public final class ExportFiles {
  private final ExportSettings.Files settings;
  private final GzipMembers members;

  public ExportFiles(EmulatorSettings settings) {
    this.settings = settings.exports().files();
    this.members = new GzipMembers(settings.exports().lines(), settings.cacheBytes());
  }

  int count(Export export) {
    return export.has(ExportFlaw.NO_BLOBS) ? 0 : settings.blobs();
  }

  /** Returns a name in the form of Spark's names. */
  String name(Export export, int file) {
    String guid = SeededRandom.at(SeededRandom.deriveSeed(0, export.manifestId()), file).guid();
    return String.format(Locale.ROOT, "part-%05d-%s.c000.json.gz", file, guid);
  }

  /** Returns the index of the file with the name, or -1. */
  int indexOf(Export export, String name) {
    for (int file = 0; file < count(export); file++) {
      if (name(export, file).equals(name)) return file;
    }
    return -1;
  }

  String eTag(Export export, int file, int version) {
    long tag = SeededRandom.at(SeededRandom.deriveSeed(version, name(export, file)), 0).next();
    return String.format(Locale.ROOT, "\"0x8D%013X\"", tag >>> 12);
  }

  long rows(Export export, int file, int version) {
    if (isEmpty(export)) return 0;
    int slice = slice(file, version);
    long rows = first(export, slice + 1) - first(export, slice);
    return rows + (hasHugeLine(export, file) ? 1 : 0);
  }

  CompositeBody body(Export export, int file, int version) {
    if (isEmpty(export)) {
      String text = export.has(ExportFlaw.EMPTY_LINE) ? "\n" : "";
      return new CompositeBody(List.of(GzipMembers.compress(text)));
    }
    List<byte[]> parts = new ArrayList<>();
    if (hasHugeLine(export, file)) parts.add(GzipMembers.hugeLine());
    List<Long> boundaries = boundaries(export, slice(file, version));
    long last = boundaries.get(boundaries.size() - 1);
    for (int i = 0; i == 0 || i < boundaries.size() - 1; i++) {
      long from = boundaries.get(i);
      long to = boundaries.get(Math.min(i + 1, boundaries.size() - 1));
      parts.add(members.get(export, from, (int) (to - from), i == 0, to == last));
    }
    return new CompositeBody(parts);
  }

  private static boolean isEmpty(Export export) {
    return export.has(ExportFlaw.NO_ROWS) || export.has(ExportFlaw.EMPTY_LINE);
  }

  private static boolean hasHugeLine(Export export, int file) {
    return export.has(ExportFlaw.HUGE_LINE) && file == 0;
  }

  private int slice(int file, int version) {
    return (file + version) % settings.blobs();
  }

  private long first(Export export, int slice) {
    return export.lines().rows() * slice / settings.blobs();
  }

  /**
   * Returns the first line of each member, and the end of the last member. Boundaries are placed so
   * that many full members are equal.
   */
  private List<Long> boundaries(Export export, int slice) {
    long first = first(export, slice);
    long end = first(export, slice + 1);
    TreeSet<Long> boundaries = new TreeSet<>(List.of(end));
    for (int i = 0; i < settings.members(); i++) {
      boundaries.add(first + (end - first) * i / settings.members());
    }
    long block = GzipMembers.linesPerMember(export.lines());
    for (long boundary = (first / block + 1) * block; boundary < end; boundary += block) {
      boundaries.add(boundary);
    }
    return List.copyOf(boundaries);
  }
}
