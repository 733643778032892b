package io.partnercenter.console;

import io.partnercenter.errors.PartnerAuthenticationException;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/**
 * How the program ends when something went wrong.
 *
 * @param exitCode as {@code --help} lists them
 * @param line what is said about it; empty if there is nobody left to say it to
 */
record Failure(int exitCode, String line) {
  private static final String APP_ONLY = "900329";
  private static final int OWN_FAULT = 1;
  private static final int USAGE = 2;

  static Failure of(Exception e) {
    if (e instanceof PartnerServiceException refusal) return refused(refusal);
    if (e instanceof PartnerTransportException) return says(4, e);
    if (e instanceof PartnerDataException) return says(5, e);
    if (e instanceof PartnerExportException export) return ExportFailure.of(export).inWords();
    if (e instanceof ExportFailure export) return export.inWords();
    if (e instanceof PartnerAuthenticationException) return says(6, e);
    if (e instanceof NoTokenException) return says(6, e);
    if (e instanceof ParameterException) {
      return new Failure(USAGE, oneLine(e.getMessage()) + " (--help lists what there is)");
    }
    if (e instanceof IllegalArgumentException) return says(USAGE, e); // The SDK's, before a call.
    if (e instanceof UnsupportedOperationException) return says(USAGE, e); // No such exports there.
    if (e instanceof UncheckedIOException unchecked) return unwritten(unchecked.getCause(), e);
    if (e instanceof IOException io) return unwritten(io, e);
    return new Failure(OWN_FAULT, oneLine("Unexpected: " + e));
  }

  boolean isOwnFault() {
    return exitCode == OWN_FAULT;
  }

  /** What takes a user, an app alone can try for ever. */
  private static Failure refused(PartnerServiceException refusal) {
    Failure failure = says(3, refusal);
    return refusal.errorCode().equals(Optional.of(APP_ONLY))
        ? new Failure(3, failure.line + "; for app+user, set PARTNER_REFRESH_TOKEN_FILE")
        : failure;
  }

  private static Failure says(int exitCode, Exception e) {
    return new Failure(exitCode, oneLine(String.valueOf(e.getMessage())));
  }

  /** Calls themselves wrap what breaks them, so this is about the output. */
  private static Failure unwritten(IOException cause, Exception e) {
    String reason = reason(cause, e);
    // Whoever reads our output, such as head, has seen enough; that needs no complaint. A file in
    // a folder of that name does.
    boolean pipe =
        reason.toLowerCase(Locale.ROOT).contains("pipe") && !(cause instanceof FileSystemException);
    if (cause instanceof FileAlreadyExistsException) reason += "; --replace replaces it";
    return new Failure(
        OWN_FAULT, pipe ? "" : oneLine("The output could not be written: " + reason));
  }

  /** The SDK names the file and adds the exception; Java alone names the file and no reason. */
  private static String reason(IOException cause, Exception e) {
    if (!(cause instanceof FileSystemException disk)) return String.valueOf(e.getMessage());
    String reason = DiskReason.of(cause);
    if (e != cause) return String.valueOf(e.getMessage()).replace(cause.toString(), reason);
    return disk.getFile() == null ? reason : disk.getFile() + ": " + reason;
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
