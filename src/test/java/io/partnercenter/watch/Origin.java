package io.partnercenter.watch;

import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whose class it is. Tests are in the packages of what they test, so the name does not tell. */
enum Origin {
  SDK,
  TEST,
  LIBRARY;

  private static final Map<String, Origin> KNOWN = new ConcurrentHashMap<>();
  private static final String TEST_CLASSES =
      Origin.class.getProtectionDomain().getCodeSource().getLocation().toString();

  static Origin of(String className) {
    return KNOWN.computeIfAbsent(className, Origin::find);
  }

  private static Origin find(String className) {
    if (!className.startsWith("io.partnercenter.")) return LIBRARY;
    String file = className.replaceFirst("\\$\\$Lambda.*", "").replace('.', '/') + ".class";
    URL place = Origin.class.getClassLoader().getResource(file);
    return place != null && place.toString().startsWith(TEST_CLASSES) ? TEST : SDK;
  }
}
