package io.partnercenter.watch;

import io.partnercenter.PartnerListener;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.logging.Handler;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * C49, C39: searches everything that the whole run of the tests logs, throws, tells listeners and
 * prints for the secrets that the tests hand out, and fails the run if there is one. JUnit finds it
 * by {@code META-INF/services} and opens one session for each JVM.
 */
public final class RunWatch implements LauncherSessionListener {
  /** One for all sessions: partners are made by tests, which know nothing of sessions. */
  private static final Findings FINDINGS = new Findings();

  private static final WatchedLog LOG = new WatchedLog(FINDINGS);

  private final WatchedExceptions exceptions = new WatchedExceptions(FINDINGS);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final WatchedOutput watchedOut = new WatchedOutput("what is printed", out, FINDINGS);
  private final WatchedOutput watchedErr = new WatchedOutput("what is printed", err, FINDINGS);

  /** Hears what every partner of the tests says. */
  public static PartnerListener calls() {
    return new WatchedCalls(FINDINGS);
  }

  /** Reads what is logged where handlers of the root are not heard. */
  public static Handler log() {
    return LOG;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(FINDINGS);
    LOG.begin();
    exceptions.begin();
    System.setOut(watchedOut.stream());
    System.setErr(watchedErr.stream());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    System.setOut(out);
    System.setErr(err);
    watchedOut.search();
    watchedErr.search();
    try {
      exceptions.search();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FINDINGS.report();
  }
}
