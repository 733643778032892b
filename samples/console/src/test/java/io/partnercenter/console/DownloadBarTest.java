package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DownloadBarTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void isThereForWhoWatches() {
    download(true);

    assertThat(err.toString(UTF_8)).contains("G000024135", "50%", "1/2 KB");
  }

  @Test
  void isNotInALog() {
    download(false);

    assertThat(err.size()).isZero();
  }

  private void download(boolean watched) {
    PrintStream stream = new PrintStream(err, true, UTF_8);
    Shell shell =
        new Shell(Map.of(), OutputStream.nullOutputStream(), stream, watched, Path.of(""), p -> p);
    try (DownloadBar bar = DownloadBar.of("G000024135", shell)) {
      bar.received(1 << 10, 2L << 10);
    }
  }
}
