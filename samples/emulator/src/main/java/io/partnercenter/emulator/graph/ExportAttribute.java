package io.partnercenter.emulator.graph;

import java.util.List;
import java.util.Locale;

/**
 * An attribute of the lines in export files, and the field of the v1 API with its value. Both APIs
 * have the same lines (contract 7.16).
 *
 * @param basic whether the basic attribute set has it
 */
record ExportAttribute(String name, String v1Name, Kind kind, boolean basic) {
  /** The conversion of the field's value. */
  enum Kind {
    /** Unchanged. */
    TEXT,
    NUMBER,
    /** A percentage: 0.15 in the v1 API is 15 here. */
    PERCENT,
    /** A day, with or without a time. */
    DAY,
    /** A list, or a string with a list. */
    LIST
  }

  /**
   * Parses a table with one attribute a line: its name; {@code full} or {@code basic}; its kind, if
   * not text; its name in the v1 API, if different.
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

  /** Two capitals at the beginning of a name are an abbreviation; both become lower case. */
  private static String camelCase(String name) {
    int capitals = name.startsWith("PCTo") ? 2 : 1;
    return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
  }
}
