package io.partnercenter.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  @Test
  void anInvalidArgumentEndsWithTheUsage() {
    StringWriter text = new StringWriter();

    int exit = new CommandLine(new Main()).setErr(new PrintWriter(text)).execute("--fault", "melt");

    assertThat(exit).isEqualTo(2);
    assertThat(text.toString()).contains("melt", "--thinking-time");
  }

  @Test
  void helpListsTheOptions() {
    StringWriter text = new StringWriter();

    int exit = new CommandLine(new Main()).setOut(new PrintWriter(text)).execute("--help");

    assertThat(exit).isZero();
    assertThat(text.toString())
        .contains(
            "--port",
            "--seed",
            "--rows",
            "--statement-bytes",
            "--token-life",
            "--export-blobs",
            "--export-rows",
            "sign-in-refused",
            "no-blobs");
  }
}
