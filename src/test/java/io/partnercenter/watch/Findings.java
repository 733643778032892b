package io.partnercenter.watch;

import io.partnercenter.testing.Secrets;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Secrets in places where none should be, and the tests that were running. */
final class Findings implements TestExecutionListener {
  private static final int NAMED = 5;

  private final ConcurrentSkipListMap<Instant, String> started = new ConcurrentSkipListMap<>();
  private final Queue<String> found = new ConcurrentLinkedQueue<>();

  /** Looks through something that can be read at this moment. */
  void search(String where, String text) {
    search(where, text, Instant.now());
  }

  /** Looks through something that could be read at {@code time}. */
  void search(String where, String text, Instant time) {
    String before = Secrets.before(text);
    if (before != null) found.add(where + ", during " + testAt(time) + ": " + before);
  }

  private String testAt(Instant time) {
    Map.Entry<Instant, String> test = started.floorEntry(time);
    return test == null ? "no test" : test.getValue();
  }

  /** Notes the method and not what is displayed, for that may have arguments in it. */
  @Override
  public void executionStarted(TestIdentifier test) {
    test.getSource()
        .map(
            source -> {
              if (source instanceof MethodSource method) {
                return method.getClassName() + "." + method.getMethodName();
              }
              return source instanceof ClassSource type ? type.getClassName() : null;
            })
        .ifPresent(name -> started.put(Instant.now(), name));
  }

  /**
   * Ends it.
   *
   * @throws AssertionError if there is anything, with the first few
   */
  void report() {
    if (found.isEmpty()) return;
    StringBuilder report = new StringBuilder("C49: secrets were found, " + found.size() + " times");
    found.stream().limit(NAMED).forEach(one -> report.append("\n  in ").append(one));
    throw new AssertionError(report.toString());
  }
}
