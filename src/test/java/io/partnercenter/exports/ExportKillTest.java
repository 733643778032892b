package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ExportKillTest {
  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES) // Four programs; more than a hang is worth.
  @DisplayName("C37: killed while it waits and while it downloads, a job exports once")
  void aJobThatIsKilledExportsOnceAndStoresEveryRow() throws Exception {
    try (ExportServer server = new ExportServer()) {
      for (int file = 0; file < 6; file++) server.rows(file * 10 + 1, file * 10 + 10);
      server.polls.set(6);

      killed(server, "/operations/", 3);
      killed(server, "/storage/", 2);
      killed(server, "/storage/", 3);
      server.instead = request -> null;
      Process last = start(server);

      assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(last.exitValue()).isZero();
      assertThat(server.requests("/export")).hasSize(1);
      try (Stream<ReconciliationRecord> rows =
          ExportFolder.open(folder.resolve("files"), ReconciliationRecord.class).stream()) {
        assertThat(rows.map(ReconciliationRecord::skuName))
            .containsExactlyElementsOf(ExportServer.skuNames(1, 60));
      }
    }
  }

  /** A job that is killed at that many requests whose path has {@code part} in it. */
  private void killed(ExportServer server, String part, int requests) throws Exception {
    AtomicInteger left = new AtomicInteger(requests);
    Process job = start(server);
    server.instead =
        request -> {
          boolean counts = request.getTarget().contains(part);
          if (counts && left.decrementAndGet() == 0) job.destroyForcibly();
          return null;
        };
    assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(left.get()).isLessThanOrEqualTo(0);
  }

  private Process start(ExportServer server) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ExportJob.class.getName(),
            server.graphUrl().toString(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }
}
