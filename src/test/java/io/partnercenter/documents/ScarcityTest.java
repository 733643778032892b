package io.partnercenter.documents;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Downloads by a process that has little memory, or little room. */
class ScarcityTest {
  private final PartnerServer server = new PartnerServer();

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @AfterEach
  void close() {
    server.close();
  }

  /** A document of that many megabytes, made while it is sent. */
  private record Large(int megabytes) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return (long) megabytes << 20;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      byte[] megabyte = " ".repeat(1 << 20).getBytes(US_ASCII);
      byte[] first = megabyte.clone();
      System.arraycopy("%PDF-1.7\n".getBytes(US_ASCII), 0, first, 0, 9);
      sink.write(first);
      for (int i = 2; i < megabytes; i++) sink.write(megabyte);
      byte[] last = megabyte.clone();
      System.arraycopy("%%EOF".getBytes(US_ASCII), 0, last, last.length - 5, 5);
      sink.write(last);
    }

    MockResponse answer() {
      return new MockResponse.Builder()
          .setHeader("Content-Type", "application/pdf")
          .body(this)
          .build();
    }
  }

  private String output(String... launcher) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            DownloadJob.class.getName(),
            server.baseUrl().toString(),
            folder.resolve("it.pdf").toString()));
    Path output = elsewhere.resolve("output");
    Process job =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(job.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, UTF_8);
  }

  @Test
  @DisplayName("C48: a document of 200 MB passes through a program of 48 MB")
  void twoHundredMegabytesNeedNoMemory() throws Exception {
    server.answers(new Large(200).answer());

    assertThat(output()).contains("209715200 bytes");

    assertThat(folder.resolve("it.pdf")).hasSize(200 << 20);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC}) // A limit for the size of files stands in for a full disk.
  void aFullDiskIsReportedAtOnceAndLeavesNoFile() throws Exception {
    server.answers(new Large(4).answer());

    String output = output("bash", "-c", "ulimit -f 1024; exec \"$@\"", "bash");

    assertThat(output).contains("UncheckedIOException: the document cannot be stored", "too large");
    assertThat(server.requests()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }
}
