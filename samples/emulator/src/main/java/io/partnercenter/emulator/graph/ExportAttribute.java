package io.partnercenter.emulator.graph;

import java.util.List;
import java.util.Locale;

/**
 * One attribute of the lines in export files, and the field of the v1 lines that it is taken from:
 * the two APIs speak of the same lines (contract 7.16).
 *
 * @param basic whether it is in the basic attribute set too
 */
record ExportAttribute(String name, String v1Name, Kind kind, boolean basic) {
  /** What becomes of the field's value. */
  enum Kind {
    /** It stays as it is. */
    TEXT,
    NUMBER,
    /** A rate of 0.15 in v1 is 15 here. */
    PERCENT,
    /** With or without the time of day. */
    DAY,
    /** A list, or a text that stands for one. */
    LIST
  }

  /**
   * Reads a table, one attribute a line: its name; {@code full} or {@code basic}; its kind if it is
   * not text; its name in v1 if that is not the same.
   */
  static List<ExportAttribute> table(String text) {
    return text.lines().map(line -> of(line.strip().split(" +"))).toList();
  }

  private static ExportAttribute of(String[] words) {
    Kind kind = words.length > 2 ? Kind.valueOf(words[2].toUpperCase(Locale.ROOT)) : Kind.TEXT;
    String v1Name = words.length > 3 ? words[3] : camelCase(words[0]);
    return new ExportAttribute(words[0], v1Name, kind, words[1].equals("basic"));
  }

  String camelCaseName() {
    return camelCase(name);
  }

  /** Two capitals at the beginning of a name are an abbreviation and become small together. */
  private static String camelCase(String name) {
    int capitals = name.startsWith("PCTo") ? 2 : 1;
    return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
  }
}
