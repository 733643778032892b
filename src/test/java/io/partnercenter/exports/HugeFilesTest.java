package io.partnercenter.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What would fill a small heap ends with rows, or with an error that says what was wrong. While it
 * is read, a long line takes some five times its size, in each file that is read at the time.
 */
class HugeFilesTest {
  private final List<ExportServer> servers = new ArrayList<>();
  @TempDir Path folder;

  @AfterEach
  void close() {
    servers.forEach(ExportServer::close);
  }

  private ExportServer server() {
    servers.add(new ExportServer());
    return servers.get(servers.size() - 1);
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  @DisplayName("10 GB behind 10 MB, and lines of 10 MB, under 96 MB of heap")
  void whatIsHugeIsReadOrRefused() throws Exception {
    String line = "{\"SkuName\":\"" + "x".repeat(10_000_000) + "\"}\n";
    String damaged = line.replace("\"}", "}");
    String row = ExportServer.row(1) + "\n";
    server().file("zeros", Gzip.zeros(10L << 30));
    server().file("long", ExportServer.gzip(row + line + row + line + row));
    server().file("damaged", ExportServer.gzip(row + damaged + row));

    List<String> outcomes = outcomes();

    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0))
        .startsWith("0 rows, then PartnerDataException")
        .contains("a line of more than 16777216 bytes");
    assertThat(outcomes.get(1)).isEqualTo("5 rows");
    assertThat(outcomes.get(2)).startsWith("1 rows, then PartnerDataException").contains("row 1");
  }

  private List<String> outcomes() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-cp", System.getProperty("java.class.path")));
    command.add(HugeFilesJob.class.getName());
    for (ExportServer server : servers) command.add(server.graphUrl().toString());
    Path output = folder.resolve("output");
    Process job =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();

    assertThat(job.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(job.exitValue()).as(Files.readString(folder.resolve("errors"), UTF_8)).isEqualTo(0);
    return Files.readAllLines(output, UTF_8);
  }
}
