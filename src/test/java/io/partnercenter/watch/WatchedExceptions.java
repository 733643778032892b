package io.partnercenter.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the message of every exception that the SDK makes, be it thrown to a test, caught within or
 * forgotten: the flight recorder sees the constructor of them all.
 */
final class WatchedExceptions {
  private static final String EVENT = "jdk.JavaExceptionThrow";

  private final Recording recording = new Recording();
  private final Findings findings;

  WatchedExceptions(Findings findings) {
    this.findings = findings;
  }

  void begin() {
    recording.enable(EVENT).withStackTrace().with("throttle", "off");
    recording.start();
  }

  /** Ends the recording and looks at what is in it; returns how many messages it had to read. */
  int search() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("exceptions", ".jfr");
    int read = 0;
    try {
      recording.dump(file);
      try (RecordingFile events = new RecordingFile(file)) {
        while (events.hasMoreEvents()) {
          if (search(events.readEvent())) read++;
        }
      }
    } finally {
      recording.close();
      Files.delete(file);
    }
    return read;
  }

  private boolean search(RecordedEvent event) {
    String message = event.getString("message");
    if (message == null || maker(event.getStackTrace()) != Origin.SDK) return false;
    String type = event.getClass("thrownClass").getName();
    findings.search("the message of a " + type, message, event.getStartTime());
    return true;
  }

  /** Who called the constructor, which is a row of constructors in the trace. */
  private static Origin maker(@Nullable RecordedStackTrace trace) {
    if (trace == null) return Origin.LIBRARY;
    for (RecordedFrame frame : trace.getFrames()) {
      String type = frame.getMethod().getType().getName();
      boolean recording = type.startsWith("jdk.jfr.") || isThrowable(type);
      if (!recording || !frame.getMethod().getName().equals("<init>")) {
        if (!type.startsWith("jdk.jfr.")) return Origin.of(type);
      }
    }
    return Origin.LIBRARY;
  }

  private static boolean isThrowable(String type) {
    try {
      Class<?> made = Class.forName(type, false, WatchedExceptions.class.getClassLoader());
      return Throwable.class.isAssignableFrom(made);
    } catch (ClassNotFoundException e) {
      return false; // A class that was made while the program ran.
    }
  }
}
