package io.partnercenter.testing;

import io.partnercenter.watch.RunWatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged, down to the finest level, by the SDK, OkHttp and MSAL. */
public final class Logs implements AutoCloseable {
  // Held here, for the log manager would forget a logger that nobody holds, and its level with it.
  private final List<Logger> loggers =
      List.of(
          Logger.getLogger("io.partnercenter"),
          Logger.getLogger("okhttp3"),
          Logger.getLogger("com.microsoft.aad.msal4j"));

  private final Map<Logger, Level> levels = new HashMap<>();
  private final Map<Logger, Boolean> parents = new HashMap<>();
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          records.add(entry);
          RunWatch.log().publish(entry); // It listens above, where this line does not get to.
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public Logs() {
    handler.setLevel(Level.ALL);
    for (Logger logger : loggers) {
      if (logger.getLevel() != null) levels.put(logger, logger.getLevel());
      parents.put(logger, logger.getUseParentHandlers());
      logger.setLevel(Level.ALL);
      logger.setUseParentHandlers(false);
      logger.addHandler(handler);
    }
  }

  /** The SDK's own lines. */
  public List<LogRecord> ofTheSdk() {
    return records.stream()
        .filter(entry -> String.valueOf(entry.getLoggerName()).startsWith("io.partnercenter"))
        .toList();
  }

  /** All lines as a file would have them, stack traces included. */
  public String text() {
    SimpleFormatter formatter = new SimpleFormatter();
    StringBuilder text = new StringBuilder();
    records.forEach(entry -> text.append(formatter.format(entry)));
    return text.toString();
  }

  @Override
  public void close() {
    for (Logger logger : loggers) {
      logger.removeHandler(handler);
      logger.setLevel(levels.get(logger));
      logger.setUseParentHandlers(parents.getOrDefault(logger, true));
    }
  }
}
