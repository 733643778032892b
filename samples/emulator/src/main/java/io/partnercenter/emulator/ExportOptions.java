package io.partnercenter.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The options of exports: their operations, files and lines. */
public final class ExportOptions {
  private int polls = 1;
  private @Nullable Duration retryAfter = Duration.ofSeconds(1);
  private boolean retryAfterOnAccept;
  private boolean acceptedWhileRunning;
  private String succeededAs = "succeeded";
  private ResultForm resultForm = ResultForm.MANIFEST;
  private Duration life = Duration.ofDays(30);
  private int expiredStatus = 410;

  private int blobs = 2;
  private int rowsPerBlob = -1;
  private boolean sizesAndCounts;
  private Duration sasLife = Duration.ofHours(1);
  private boolean contentEncoding;
  private boolean untidyUrls;
  private int members = 1;

  private boolean camelCaseKeys;
  private boolean mixedNumbers;
  private boolean byteOrderMark;
  private boolean blankLines;
  private boolean lastNewline = true;

  ExportOptions() {}

  /**
   * Sets how many requests find an operation not ready: the first not started, the others running.
   * Defaults to 1.
   */
  public ExportOptions polls(int value) {
    polls = notNegative("polls", value);
    return this;
  }

  /**
   * Sets the {@code Retry-After} of an operation that is not ready. Null sends none. Defaults to
   * one second.
   */
  public ExportOptions retryAfter(@Nullable Duration value) {
    retryAfter = value;
    return this;
  }

  /**
   * Sets whether the response that accepts an export has a {@code Retry-After} too. Defaults to
   * false.
   */
  public ExportOptions retryAfterOnAccept(boolean value) {
    retryAfterOnAccept = value;
    return this;
  }

  /**
   * Sets whether an operation that is not ready has status 202 instead of 200. Defaults to false.
   */
  public ExportOptions acceptedWhileRunning(boolean value) {
    acceptedWhileRunning = value;
    return this;
  }

  /**
   * Sets the status of a successful operation, such as {@code Completed}. Defaults to {@code
   * succeeded}.
   */
  public ExportOptions succeededAs(String value) {
    succeededAs = value;
    return this;
  }

  /** Sets the form of a result. Defaults to {@link ResultForm#MANIFEST}. */
  public ExportOptions resultForm(ResultForm value) {
    resultForm = value;
    return this;
  }

  /**
   * Sets how long an export and its manifest exist, by the emulator's clock. Defaults to 30 days.
   */
  public ExportOptions life(Duration value) {
    life = value;
    return this;
  }

  /**
   * Sets the status for exports and manifests that no longer exist, 410 or 404. Defaults to 410.
   */
  public ExportOptions expiredStatus(int value) {
    expiredStatus = value;
    return this;
  }

  /** Sets the number of files of an export, 0 to 1,000. Defaults to 2. */
  public ExportOptions blobs(int value) {
    if (value > 1_000) throw new IllegalArgumentException("blobs must be 0 to 1000: " + value);
    blobs = notNegative("blobs", value);
    return this;
  }

  /**
   * Sets the number of lines of each file. By default all files together have the lines of the v1
   * API, so the totals are equal. {@link Emulator#exported} has the totals for any other number.
   */
  public ExportOptions rowsPerBlob(int value) {
    rowsPerBlob = notNegative("rowsPerBlob", value);
    return this;
  }

  /** Sets whether manifests state each blob's size and number of lines. Defaults to false. */
  public ExportOptions sizesAndCounts(boolean value) {
    sizesAndCounts = value;
    return this;
  }

  /** Sets the lifetime of a SAS token, by the emulator's clock. Defaults to one hour. */
  public ExportOptions sasLife(Duration value) {
    sasLife = value;
    return this;
  }

  /**
   * Sets whether files have {@code Content-Encoding: gzip}, which makes many clients decompress
   * them. Defaults to false; the service's behavior is unknown (contract 10.2).
   */
  public ExportOptions contentEncoding(boolean value) {
    contentEncoding = value;
    return this;
  }

  /**
   * Sets whether {@code rootDirectory} ends with a slash and {@code sasToken} begins with a
   * question mark. The service was not seen to do so, but clients allow for it. Defaults to false.
   */
  public ExportOptions untidyUrls(boolean value) {
    untidyUrls = value;
    return this;
  }

  /**
   * Sets the least number of gzip members of a file. A member has at most 5,000 lines. Defaults to
   * 1.
   */
  public ExportOptions members(int value) {
    members = Math.max(1, value);
    return this;
  }

  /** Sets whether keys begin with a lower-case letter. Defaults to false: {@code PartnerId}. */
  public ExportOptions camelCaseKeys(boolean value) {
    camelCaseKeys = value;
    return this;
  }

  /** Sets whether every other line has its numbers as strings. Defaults to false. */
  public ExportOptions mixedNumbers(boolean value) {
    mixedNumbers = value;
    return this;
  }

  /** Sets whether files begin with a byte order mark. Defaults to false. */
  public ExportOptions byteOrderMark(boolean value) {
    byteOrderMark = value;
    return this;
  }

  /** Sets whether some lines are blank. Defaults to false. */
  public ExportOptions blankLines(boolean value) {
    blankLines = value;
    return this;
  }

  /** Sets whether the last line of a file ends with a newline. Defaults to true. */
  public ExportOptions lastNewline(boolean value) {
    lastNewline = value;
    return this;
  }

  private static int notNegative(String name, int value) {
    if (value < 0) throw new IllegalArgumentException(name + " must not be negative: " + value);
    return value;
  }

  /** Returns an immutable copy. */
  ExportSettings settings() {
    return new ExportSettings(
        new ExportSettings.Operations(
            polls,
            retryAfter,
            retryAfterOnAccept,
            acceptedWhileRunning,
            succeededAs,
            resultForm,
            life,
            expiredStatus),
        new ExportSettings.Files(
            blobs, rowsPerBlob, sizesAndCounts, sasLife, contentEncoding, untidyUrls, members),
        new ExportSettings.Lines(
            camelCaseKeys, mixedNumbers, byteOrderMark, blankLines, lastNewline));
  }
}
