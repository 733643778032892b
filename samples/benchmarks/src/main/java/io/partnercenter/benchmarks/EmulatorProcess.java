package io.partnercenter.benchmarks;

import io.partnercenter.emulator.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** An emulator in a JVM of its own, so that what is measured here is the client alone. */
final class EmulatorProcess implements AutoCloseable {
  /** What it prints between its token and the address of its Graph. */
  private static final int OTHERS = 5;

  private final Process process;
  private final URI baseUrl;
  private final String token;
  private final URI graphUrl;

  private EmulatorProcess(Process process) throws IOException {
    this.process = process;
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    this.baseUrl = URI.create(value(out));
    this.token = value(out);
    for (int i = 0; i < OTHERS; i++) value(out);
    this.graphUrl = URI.create(value(out));
  }

  /**
   * Starts one that repeats its lines after two pages, which it keeps in memory.
   *
   * @param thinkingTime what every answer takes at least
   */
  static EmulatorProcess start(int pages, Duration thinkingTime) {
    return start(
        "--rows=" + (long) pages * UsagePages.ROWS,
        "--distinct-rows=" + 2 * UsagePages.ROWS,
        "--thinking-time=" + thinkingTime);
  }

  /**
   * Starts one whose exports have {@code blobs} files of {@code rows} lines. They repeat, so the
   * files are put together from one piece, which it keeps in memory.
   */
  static EmulatorProcess ofExports(int blobs, int rows) {
    return start("--export-blobs=" + blobs, "--export-rows=" + rows, "--export-polls=0");
  }

  private static EmulatorProcess start(String... args) {
    try {
      return new EmulatorProcess(Jvm.start(List.of("-Xmx256m"), Main.class, args));
    } catch (IOException e) {
      throw new IllegalStateException("the emulator did not start", e);
    }
  }

  URI baseUrl() {
    return baseUrl;
  }

  URI graphUrl() {
    return graphUrl;
  }

  String token() {
    return token;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static String value(BufferedReader out) throws IOException {
    String line = out.readLine();
    if (line == null) throw new IOException("the emulator ended at once");
    return line.substring(line.lastIndexOf(' ') + 1);
  }
}
