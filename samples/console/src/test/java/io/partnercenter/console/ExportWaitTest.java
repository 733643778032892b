package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.exports.RunningExport;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.ExportStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the program waits, with time that only passes when it sleeps. */
final class ExportWaitTest {
  private final List<Duration> naps = new ArrayList<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;
  private boolean interrupted;

  @Test
  void saysHowLongItHasWaitedAndHowTheExportStands() {
    assertThat(eTag(8, Duration.ofSeconds(30), wait(Duration.ofHours(1)))).isNotBlank();

    assertThat(naps).hasSize(8).containsOnly(Duration.ofSeconds(30));
    assertThat(err.toString(UTF_8).lines())
        .containsExactly(
            "export: waiting for 0 s: notStarted",
            "export: waiting for 30 s: running",
            "export: waiting for 90 s: running",
            "export: waiting for 150 s: running",
            "export: waiting for 210 s: running");
  }

  @Test
  void showsABarToWhoWatchesATerminal() {
    try (ExportProgress progress = ExportProgress.of(shell(true), false)) {
      progress.waiting(ExportStatus.RUNNING, Duration.ofSeconds(75));
    }

    assertThat(err.toString(UTF_8)).contains("waiting for 75 s: running");
  }

  @Test
  void showsNoBarBesideRows() {
    try (ExportProgress progress = ExportProgress.of(shell(true), true)) {
      progress.waiting(ExportStatus.RUNNING, Duration.ofSeconds(75));

      assertThat(err.toString(UTF_8)).isEmpty();
    }
  }

  private Shell shell(boolean terminal) {
    return new Shell(
        Map.of(),
        err,
        new PrintStream(err, true, UTF_8),
        terminal,
        Path.of("."),
        partner -> partner);
  }

  @ParameterizedTest
  @CsvSource({", 10", "0, 1", "7, 7", "9999, 300"})
  void sleepsAsLongAsTheServiceWishesWithinReason(Long wish, long nap) {
    Duration retryAfter = wish == null ? null : Duration.ofSeconds(wish);

    eTag(1, retryAfter, wait(Duration.ofHours(1)));

    assertThat(naps).containsExactly(Duration.ofSeconds(nap));
  }

  @Test
  void losesItsPatienceBeforeASleepThatWouldBeInVain() {
    assertThatThrownBy(() -> eTag(9, Duration.ofSeconds(30), wait(Duration.ofSeconds(70))))
        .isInstanceOf(ExportFailure.class)
        .hasMessageStartingWith("The export is running after 60 s;");

    assertThat(naps).hasSize(2);
  }

  @Test
  void keepsTheFlagOfAnInterrupt() {
    ExportWait wait =
        new ExportWait(
            Duration.ofHours(1),
            () -> now,
            pause -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> eTag(1, Duration.ofSeconds(1), wait))
        .isInstanceOf(ExportFailure.class)
        .hasMessageContaining("was interrupted");
    assertThat(interrupted).isTrue();
  }

  private ExportWait wait(Duration patience) {
    return new ExportWait(
        patience,
        () -> now,
        pause -> {
          naps.add(pause);
          now += pause.toNanos();
        });
  }

  private String eTag(int polls, Duration retryAfter, ExportWait wait) {
    try (Emulator emulator =
            Emulator.builder().rows(4).exports(e -> e.polls(polls).retryAfter(retryAfter)).start();
        IPartner partner =
            IPartner.builder()
                .graphUrl(emulator.graphUrl())
                .credentials(PartnerCredentials.bearer(emulator::token))
                .build();
        ExportProgress progress = ExportProgress.of(shell(false), false)) {
      RunningExport<?> running =
          partner.exports().unbilledUsage(BillingPeriod.CURRENT, "EUR").start();
      try {
        return wait.until(running, progress).eTag();
      } finally {
        interrupted = Thread.interrupted(); // Closing an emulator clears it.
      }
    }
  }
}
