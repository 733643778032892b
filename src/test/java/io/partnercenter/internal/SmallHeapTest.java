package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers of a gigabyte, and a program that has a sixteenth of that. */
class SmallHeapTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C48: a program of 64 MB outlives a page and a refusal of a gigabyte")
  void outlivesAnswersOfAGigabyte() throws Exception {
    Buffer bomb = bomb();
    server.answers(zipped(200, bomb)).answers(zipped(403, bomb)).answersJson(200, Answers.SUMMARY);

    Process job =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapJob.class.getName(),
                server.baseUrl().toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(job.getInputStream().readAllBytes(), UTF_8);

    assertThat(job.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(printed)
        .contains("PartnerDataException", "answered more than 33554432 bytes")
        .contains("PartnerServiceException", "was refused with 403 FORBIDDEN")
        .contains("120.50")
        .doesNotContain("OutOfMemoryError");
  }

  private static MockResponse zipped(int status, Buffer bomb) {
    return PartnerServer.json(status, "")
        .setHeader("Content-Encoding", "gzip")
        .body(bomb.copy())
        .build();
  }

  private static Buffer bomb() throws IOException {
    Buffer zipped = new Buffer();
    byte[] zeros = "0".repeat(1 << 20).getBytes(UTF_8);
    try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
      for (int megabyte = 0; megabyte < 1024; megabyte++) sink.write(zeros);
    }
    return zipped;
  }
}
