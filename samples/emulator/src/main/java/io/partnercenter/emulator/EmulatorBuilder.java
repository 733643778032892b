package io.partnercenter.emulator;

import io.partnercenter.emulator.billing.PdfDocument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** What an emulator should be like. */
public final class EmulatorBuilder {
  private static final int DEFAULT_ROWS = 5_000;
  private static final int DEFAULT_MONTHS = 3;
  private static final long MAX_DEFAULT_CACHE_BYTES = 16L << 20;
  static final long ALL_DISTINCT = 1L << 40;

  private long seed = 1;
  private long rows = DEFAULT_ROWS;
  private long distinctRows = ALL_DISTINCT;
  private int months = DEFAULT_MONTHS;
  private int port;
  private long cacheBytes = Math.min(MAX_DEFAULT_CACHE_BYTES, Runtime.getRuntime().maxMemory() / 6);
  private Duration thinkingTime = Duration.ZERO;
  private boolean http2;
  private @Nullable SSLSocketFactory tls;

  private long statementBytes;
  private Duration tokenLife = Duration.ofSeconds(3599);
  private boolean strictRotation;
  private int devicePolls = 1;
  private InstantSource clock = InstantSource.system();
  private final ExportOptions exports = new ExportOptions();

  EmulatorBuilder() {}

  /** The same seed makes the same tenant, to the byte. Default 1. */
  public EmulatorBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** How many lines each collection has, 0 to 1,000,000. Default 5,000. */
  public EmulatorBuilder rows(long value) {
    rows = value;
    return this;
  }

  /**
   * Lets the lines of a collection repeat after so many, an even number, so that a long walk is
   * served from a few pages in memory. Totals hold all the same. By default no two lines are equal.
   */
  public EmulatorBuilder distinctRows(long value) {
    distinctRows = value;
    return this;
  }

  /** How many months have invoices: six a month, two legacy and four modern ones. Default 3. */
  public EmulatorBuilder months(int value) {
    if (value < 1) throw new IllegalArgumentException("months must be positive, not " + value);
    months = value;
    return this;
  }

  /** What every answer takes at least. Default zero. */
  public EmulatorBuilder thinkingTime(Duration value) {
    thinkingTime = value;
    return this;
  }

  /** Where to listen; 0, the default, is any port that is free. */
  public EmulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /**
   * Whether HTTP/2 is spoken. Without TLS it is spoken by prior knowledge, and nothing else is.
   * Default false.
   */
  public EmulatorBuilder http2(boolean value) {
    http2 = value;
    return this;
  }

  /** What gives the server a certificate. By default it has none, and does without TLS. */
  public EmulatorBuilder tls(SSLSocketFactory value) {
    tls = value;
    return this;
  }

  /**
   * How much memory pages may take that were made before. Default 16 MiB, or a sixth of the heap if
   * that is less; a page of 2,000 lines is some 3 to 4 MB.
   */
  public EmulatorBuilder cacheBytes(long value) {
    cacheBytes = value;
    return this;
  }

  /**
   * How large a statement is, to the byte. It is never smaller than its text needs, some 800 bytes,
   * which is the default; what goes beyond is made while it is sent.
   */
  public EmulatorBuilder statementBytes(long value) {
    if (value < 0 || value > PdfDocument.MAX_BYTES) {
      throw new IllegalArgumentException("a statement cannot have " + value + " bytes");
    }
    statementBytes = value;
    return this;
  }

  /** How long tokens from the token endpoint are good for. Default a second less than an hour. */
  public EmulatorBuilder tokenLife(Duration value) {
    tokenLife = value;
    return this;
  }

  /** What time it is for tokens, so that a test can let it pass. Default the system's time. */
  public EmulatorBuilder clock(InstantSource value) {
    clock = value;
    return this;
  }

  /**
   * Whether a refresh token is good for one use only. Each use yields a new one in any case.
   * Default false, as with the real directory.
   */
  public EmulatorBuilder strictRotation(boolean value) {
    strictRotation = value;
    return this;
  }

  /** How often a client asks in vain before a user has entered the device code. Default 1. */
  public EmulatorBuilder devicePolls(int value) {
    devicePolls = value;
    return this;
  }

  /** How often an export is found not ready; {@link ExportOptions#polls}. Default 1. */
  public EmulatorBuilder exportPolls(int value) {
    exports.polls(value);
    return this;
  }

  /** How many files an export has; {@link ExportOptions#blobs}. Default 2. */
  public EmulatorBuilder exportBlobs(int value) {
    exports.blobs(value);
    return this;
  }

  /** How many lines each of them has; {@link ExportOptions#rowsPerBlob}. */
  public EmulatorBuilder exportRows(int value) {
    exports.rowsPerBlob(value);
    return this;
  }

  /** All else about exports: {@code exports(e -> e.camelCaseKeys(true).members(3))}. */
  public EmulatorBuilder exports(Consumer<ExportOptions> settings) {
    settings.accept(exports);
    return this;
  }

  /**
   * Starts listening.
   *
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public Emulator start() {
    return new Emulator(
        new EmulatorSettings(
            seed,
            rows,
            distinctRows,
            months,
            port,
            http2,
            tls,
            thinkingTime,
            cacheBytes,
            statementBytes,
            tokenLife,
            strictRotation,
            devicePolls,
            clock,
            exports.settings()));
  }
}
