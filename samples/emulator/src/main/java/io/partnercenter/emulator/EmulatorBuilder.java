package io.partnercenter.emulator;

import io.partnercenter.emulator.billing.PdfDocument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The settings of a new emulator. Each has a default. */
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

  /** Sets the seed of the data. The same seed makes the same tenant, to the byte. Defaults to 1. */
  public EmulatorBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** Sets the number of lines of each collection, 0 to 1,000,000. Defaults to 5,000. */
  public EmulatorBuilder rows(long value) {
    rows = value;
    return this;
  }

  /**
   * Sets the number of lines after which a collection repeats itself, an even number. Millions of
   * lines are then served from a few pages in memory, and totals stay exact. By default no line
   * repeats.
   */
  public EmulatorBuilder distinctRows(long value) {
    distinctRows = value;
    return this;
  }

  /**
   * Sets the number of months with invoices. Each month has two legacy and four modern invoices.
   * Defaults to 3.
   */
  public EmulatorBuilder months(int value) {
    if (value < 1) throw new IllegalArgumentException("months must be positive: " + value);
    months = value;
    return this;
  }

  /** Sets the shortest time that a response takes. Defaults to zero. */
  public EmulatorBuilder thinkingTime(Duration value) {
    thinkingTime = value;
    return this;
  }

  /** Sets the port. Defaults to 0, which is any free port. */
  public EmulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /**
   * Sets whether the server speaks HTTP/2. Without TLS it then speaks only HTTP/2 by prior
   * knowledge. Defaults to false.
   */
  public EmulatorBuilder http2(boolean value) {
    http2 = value;
    return this;
  }

  /**
   * Sets the socket factory with the server's certificate. By default the server does not use TLS.
   */
  public EmulatorBuilder tls(SSLSocketFactory value) {
    tls = value;
    return this;
  }

  /**
   * Sets the memory for pages that are kept for later requests. Defaults to 16 MiB, or a sixth of
   * the heap if that is less. A page of 2,000 lines takes 3 to 4 MB.
   */
  public EmulatorBuilder cacheBytes(long value) {
    cacheBytes = value;
    return this;
  }

  /**
   * Sets the exact size of a statement in bytes. A statement is never smaller than its text, about
   * 800 bytes, which is the default. Larger ones are filled up while they are sent.
   */
  public EmulatorBuilder statementBytes(long value) {
    if (value < 0 || value > PdfDocument.MAX_BYTES) {
      throw new IllegalArgumentException(
          "statementBytes must be 0 to " + PdfDocument.MAX_BYTES + ": " + value);
    }
    statementBytes = value;
    return this;
  }

  /** Sets the lifetime of tokens of the token endpoint. Defaults to 3,599 seconds. */
  public EmulatorBuilder tokenLife(Duration value) {
    tokenLife = value;
    return this;
  }

  /** Sets the clock for tokens and exports. Defaults to the system clock. */
  public EmulatorBuilder clock(InstantSource value) {
    clock = value;
    return this;
  }

  /**
   * Sets whether a refresh token is valid for one use only. Each use yields a new token in any
   * case. Defaults to false, as in the real directory.
   */
  public EmulatorBuilder strictRotation(boolean value) {
    strictRotation = value;
    return this;
  }

  /** Sets how many requests find a device code pending. Defaults to 1. */
  public EmulatorBuilder devicePolls(int value) {
    devicePolls = value;
    return this;
  }

  /**
   * Sets how many requests find an export not ready; see {@link ExportOptions#polls}. Defaults to
   * 1.
   */
  public EmulatorBuilder exportPolls(int value) {
    exports.polls(value);
    return this;
  }

  /** Sets the number of files of an export; see {@link ExportOptions#blobs}. Defaults to 2. */
  public EmulatorBuilder exportBlobs(int value) {
    exports.blobs(value);
    return this;
  }

  /** Sets the number of lines of each file; see {@link ExportOptions#rowsPerBlob}. */
  public EmulatorBuilder exportRows(int value) {
    exports.rowsPerBlob(value);
    return this;
  }

  /** Sets all other options of exports: {@code exports(e -> e.camelCaseKeys(true).members(3))}. */
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
