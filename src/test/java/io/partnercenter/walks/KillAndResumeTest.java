package io.partnercenter.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillAndResumeTest {
  private static final int PAGES = 100;
  private static final int PAGE_SIZE = 20;
  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // Twenty-one programs; more than a hang is worth.
  @DisplayName("C8: a job that is killed twenty times stores every row once")
  void aJobThatIsKilledTwentyTimesStoresEveryRowOnce() throws Exception {
    long seed = new Random().nextLong();
    Killer pages = new Killer(new Random(seed));
    try (PartnerServer server = new PartnerServer()) {
      server.mock().setDispatcher(pages);

      for (int kill = 0; kill < KILLS; kill++) {
        Process job = pages.hunt(start(server));
        assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
      Process last = start(server);
      assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(last.exitValue()).isZero();
      assertThat(pages.kills()).as("seed %d", seed).isEqualTo(KILLS);
      assertThat(DrainJob.rows(folder))
          .as("seed %d", seed)
          .containsExactlyElementsOf(pages.allRows());
    }
  }

  private Process start(PartnerServer server) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            DrainJob.class.getName(),
            server.baseUrl().toString(),
            folder.toString(),
            Integer.toString(PAGE_SIZE))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  /** Kills a job at one of its next requests, while it stores the page before. */
  private static final class Killer extends PageServer {
    private final Random random;
    private @Nullable Process prey;
    private int requestsLeft;
    private int kills;

    Killer(Random random) {
      super(PAGES, PAGE_SIZE);
      this.random = random;
    }

    synchronized Process hunt(Process job) {
      requestsLeft = 1 + random.nextInt(4);
      prey = job;
      return job;
    }

    synchronized int kills() {
      return kills;
    }

    @Override
    synchronized MockResponse answer(int page, RecordedRequest request)
        throws InterruptedException {
      if (prey != null && requestsLeft-- == 0) {
        prey.destroyForcibly();
        prey = null;
        kills++;
      }
      return super.answer(page, request);
    }
  }
}
