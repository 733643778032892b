package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The place that all text for people goes through. */
final class TerminalTextTest {
  private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** A way of its own to standard output or error. */
  private static final Pattern OWN_WAY =
      Pattern.compile("PrintStream|System\\.(out|err)|printStackTrace|FileDescriptor");

  @Test
  @DisplayName("C77: of all characters those that a terminal obeys are replaced, and no other")
  void everyCharacter() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .forEach(
            point -> {
              String text = Character.toString(point);
              String shown = TerminalText.line(text);
              boolean obeyed = OBEYED.matcher(text).matches();
              if (obeyed != !shown.equals(text) || OBEYED.matcher(shown).find()) {
                throw new AssertionError("U+" + Integer.toHexString(point));
              }
            });
  }

  @Test
  void aBreakIsABlankAndEverythingElseIsSeenToBeMissing() {
    assertThat(TerminalText.line("a\nb\tc\u2028d\u0085e\u001bf\u202eg"))
        .isEqualTo("a b c d e\ufffdf\ufffdg");
  }

  @Test
  void linesOfOurOwnStayLines() {
    assertThat(TerminalText.lines("a\n\u001bb\n")).isEqualTo("a\n\ufffdb\n");
  }

  @Test
  void aTraceIsOneLineForEachFrameWhateverTheMessage() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Exception failure = new IllegalStateException("a\n    at forged(Forged.java:1)");

    new Notes(new PrintStream(err, true, StandardCharsets.UTF_8))
        .trace(new IOException("b\rc", failure));

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .contains("java.io.IOException: b c")
        .contains("Caused by: java.lang.IllegalStateException: a     at forged(Forged.java:1)")
        .noneMatch(line -> line.strip().startsWith("at forged"));
  }

  @Test
  void aBarIsDrawnOfItsOwnCharactersOnly() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (Bar bar =
        new Notes(new PrintStream(err, true, StandardCharsets.UTF_8)).bar("\u202etask", "u", 1)) {
      bar.at(1, "\u009bmessage\u0007");
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\u202e", "\u009b", "\u0007");
  }

  @Test
  @DisplayName("C77: no class of the program has a way of its own to the terminal")
  void thereIsOneWay() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      assertThat(sources.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(file -> OWN_WAY.matcher(read(file)).find())
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("Notes.java", "Shell.java");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
