package io.partnercenter.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Reads every line that anybody logs, down to the finest, and prints none of them. */
final class WatchedLog extends Handler {
  /** The tests' own tools, whose lines are about what tests do: requests, with their queries. */
  private static final List<String> TOOLS = List.of("mockwebserver3", "org.junit", "net.jqwik");

  private static final String MSAL = "com.microsoft.aad.msal4j";

  /** Those that have, or had, levels of their own. Held, for the log manager would forget them. */
  private static final List<Logger> LOGGERS =
      Stream.of("", "io.partnercenter", "okhttp3", "okhttp3.OkHttpClient", MSAL)
          .map(Logger::getLogger)
          .toList();

  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Findings findings;

  WatchedLog(Findings findings) {
    this.findings = findings;
    setLevel(Level.ALL);
  }

  /** Listens until the program ends. The console still shows what it would. */
  void begin() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.ALL));
    Logger msal = Logger.getLogger(MSAL);
    msal.setUseParentHandlers(false); // It says so much that nobody would read the rest.
    msal.addHandler(this);
    Logger.getLogger("").addHandler(this);
  }

  @Override
  public void publish(LogRecord line) {
    String logger = String.valueOf(line.getLoggerName());
    if (TOOLS.stream().anyMatch(logger::startsWith)) return;
    StringWriter text = new StringWriter().append(formatter.formatMessage(line));
    if (line.getThrown() != null) line.getThrown().printStackTrace(new PrintWriter(text, true));
    findings.search("the log of " + logger, text.toString(), line.getInstant());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
