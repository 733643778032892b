package io.partnercenter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.FaultKind;
import io.partnercenter.emulator.FaultPlan;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportFaultsTest {
  private final Outcomes outcomes = new Outcomes("exports");
  private final Map<ExportShape, List<DailyUsageRecord>> expected = new ConcurrentHashMap<>();

  @Test
  @DisplayName("C1, C26, C38, C45: an export under faults has each row once, or is a failure")
  void rowsAreExactOrTheFailureIsTyped() {
    Campaign.run(
        "fault plans over an export",
        2_000,
        seed -> {
          ExportShape shape = ExportShape.drawn(new Random(seed));
          FaultPlan plan = FaultPlan.ofExport(seed, shape.files());
          try {
            Watchdog.watch(() -> export(plan, shape));
          } catch (Exception | AssertionError e) {
            throw new AssertionError(plan + ", " + shape + ": " + e, e);
          }
        });

    outcomes.tell();
    outcomes.assertVaried(FaultKind.ofExports());
  }

  private Void export(FaultPlan plan, ExportShape shape) throws InterruptedException {
    List<DailyUsageRecord> wanted =
        expected.computeIfAbsent(shape.plain(), ExportFaultsTest::withoutFaults);
    try (Trial trial = new Trial(plan, shape.emulator())) {
      List<DailyUsageRecord> rows = new ArrayList<>();
      List<UnreadableRow> unreadable = new ArrayList<>();
      PartnerException failure = null;
      try (Stream<DailyUsageRecord> stream = shape.rows(trial.partner(), unreadable::add)) {
        stream.forEach(rows::add);
      } catch (PartnerException e) {
        failure = e;
      }

      // No two rows are equal, and files have no order.
      assertThat(rows).doesNotHaveDuplicates();
      assertThat(wanted).containsAll(rows);
      if (failure == null) assertThat(rows).as("rows without a failure").hasSameSizeAs(wanted);
      assertThat(trial.emulator().blobRequestsWithAuthorization()).isZero();
      trial.leavesNothing();
      outcomes.add(failure, plan.kindsOf(trial.emulator().metFaults()));
    }
    return null;
  }

  private static List<DailyUsageRecord> withoutFaults(ExportShape shape) {
    try (Trial trial = new Trial(FaultPlan.none(), shape.emulator());
        Stream<DailyUsageRecord> rows = shape.rows(trial.partner(), row -> {})) {
      List<DailyUsageRecord> all = rows.toList();
      assertThat(all).hasSize(shape.files() * shape.rowsOfEach()).doesNotHaveDuplicates();
      return all;
    }
  }
}
