package io.partnercenter.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the exports of an emulator go, and what their files look like. */
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

  /** How often an operation is found not ready: once not started, then running. Default 1. */
  public ExportOptions polls(int value) {
    polls = notNegative("polls", value);
    return this;
  }

  /** What is said to wait while an operation is not ready; null says nothing. Default 1 s. */
  public ExportOptions retryAfter(@Nullable Duration value) {
    retryAfter = value;
    return this;
  }

  /** Whether the answer to an export has a {@code Retry-After} too. Default false. */
  public ExportOptions retryAfterOnAccept(boolean value) {
    retryAfterOnAccept = value;
    return this;
  }

  /** Whether an operation that is not ready comes with status 202 and not 200. Default false. */
  public ExportOptions acceptedWhileRunning(boolean value) {
    acceptedWhileRunning = value;
    return this;
  }

  /** How the status of a success is spelt, such as {@code Completed}. Default succeeded. */
  public ExportOptions succeededAs(String value) {
    succeededAs = value;
    return this;
  }

  /** Default {@link ResultForm#MANIFEST}. */
  public ExportOptions resultForm(ResultForm value) {
    resultForm = value;
    return this;
  }

  /** How long an export and its manifest are there, by the emulator's clock. Default 30 days. */
  public ExportOptions life(Duration value) {
    life = value;
    return this;
  }

  /** What is answered once they are not, 410 or 404. Default 410. */
  public ExportOptions expiredStatus(int value) {
    expiredStatus = value;
    return this;
  }

  /** How many files an export has, 0 to 1,000. Default 2. */
  public ExportOptions blobs(int value) {
    if (value > 1_000) throw new IllegalArgumentException("too many blobs: " + value);
    blobs = notNegative("blobs", value);
    return this;
  }

  /**
   * How many lines each file has. By default all files together have the lines that the v1 API
   * shows, so the totals are equal; {@link Emulator#exported} has those of any other number.
   */
  public ExportOptions rowsPerBlob(int value) {
    rowsPerBlob = notNegative("rowsPerBlob", value);
    return this;
  }

  /** Whether manifests give each blob's size and number of lines. Default false. */
  public ExportOptions sizesAndCounts(boolean value) {
    sizesAndCounts = value;
    return this;
  }

  /** How long a SAS is good for, by the emulator's clock. Default an hour. */
  public ExportOptions sasLife(Duration value) {
    sasLife = value;
    return this;
  }

  /**
   * Whether files come with {@code Content-Encoding: gzip}, which makes many a client decompress
   * them on its own. Default false; it is not known what the service does (contract 10.2).
   */
  public ExportOptions contentEncoding(boolean value) {
    contentEncoding = value;
    return this;
  }

  /**
   * Whether {@code rootDirectory} ends with a slash and {@code sasToken} begins with a question
   * mark, which is not what was seen, but what clients have learned to expect. Default false.
   */
  public ExportOptions untidyUrls(boolean value) {
    untidyUrls = value;
    return this;
  }

  /** Of how many gzip members a file consists at least. One has 5,000 lines at most. Default 1. */
  public ExportOptions members(int value) {
    members = Math.max(1, value);
    return this;
  }

  /** Whether keys begin with a small letter. Default false: {@code PartnerId}. */
  public ExportOptions camelCaseKeys(boolean value) {
    camelCaseKeys = value;
    return this;
  }

  /** Whether every other line has its numbers as texts. Default false. */
  public ExportOptions mixedNumbers(boolean value) {
    mixedNumbers = value;
    return this;
  }

  /** Whether files begin with a byte order mark. Default false. */
  public ExportOptions byteOrderMark(boolean value) {
    byteOrderMark = value;
    return this;
  }

  /** Whether some lines are blank. Default false. */
  public ExportOptions blankLines(boolean value) {
    blankLines = value;
    return this;
  }

  /** Whether the last line of a file ends with a newline. Default true. */
  public ExportOptions lastNewline(boolean value) {
    lastNewline = value;
    return this;
  }

  private static int notNegative(String name, int value) {
    if (value < 0) throw new IllegalArgumentException(name + " must not be " + value);
    return value;
  }

  /** Returns the settings as they are now. */
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
