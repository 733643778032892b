package io.partnercenter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charset is the program's for good, so each of these is a program of its own. */
class CharsetTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("C52: the program's charset changes no letter, in answers, refusals and ids")
  @ValueSource(strings = {"ISO-8859-1", "US-ASCII"})
  void theCharsetChangesNoLetter(String charset) throws Exception {
    server
        .answersJson(200, Answers.page(1, 1, null))
        .answersJson(404, "{\"code\":\"2032\",\"description\":\"Nichts für Zürich, €\"}");

    Process job =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=" + charset,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CharsetJob.class.getName(),
                server.baseUrl().toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(job.getInputStream().readAllBytes(), US_ASCII);

    assertThat(job.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(printed)
        .contains("charset " + charset)
        .contains("row 1, Z\\u00fcrich \\u20ac")
        .contains("Nichts f\\u00fcr Z\\u00fcrich, \\u20ac");
    assertThat(server.targets().get(0)).startsWith("/v1/invoices/Z%C3%BCrich%20%E2%82%AC/");
  }
}
