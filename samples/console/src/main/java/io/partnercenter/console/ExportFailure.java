package io.partnercenter.console;

import io.partnercenter.errors.PartnerExportException;

/** An export that came to nothing, with the exit code that tells a job what to do about it. */
final class ExportFailure extends RuntimeException {
  /** No failure, but an end without rows, too. */
  static final int UNCHANGED = 10;

  private static final long serialVersionUID = 1L;
  private static final int REFUSED = 3;
  private static final int NOT_DONE = 4;
  private static final int NO_DATA = 11;
  private static final int LEGACY = 12;
  private static final int AGAIN = 13;

  private final int exitCode;

  private ExportFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static ExportFailure of(PartnerExportException e) {
    return switch (e.reason()) {
      case NO_DATA -> new ExportFailure(NO_DATA, e.getMessage());
      case LEGACY_INVOICE ->
          new ExportFailure(LEGACY, e.getMessage() + "; here, that is the command line-items");
      case EXPIRED, CHANGED -> new ExportFailure(AGAIN, e.getMessage() + "; run the same again");
      case FAILED -> new ExportFailure(REFUSED, e.getMessage());
    };
  }

  /** The service has taken longer than whoever waits for it wants to. */
  static ExportFailure notDone(String message) {
    return new ExportFailure(NOT_DONE, message);
  }

  /** The rows that were read need not be of one version. */
  static ExportFailure changed(String message) {
    return new ExportFailure(AGAIN, message);
  }

  /** Whether the same operation may still come to something. */
  boolean isWorthPickingUp() {
    return exitCode == NOT_DONE;
  }

  Failure inWords() {
    return new Failure(exitCode, Failure.oneLine(String.valueOf(getMessage())));
  }
}
