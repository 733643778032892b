package io.partnercenter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.FaultKind;
import io.partnercenter.emulator.FaultPlan;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.InvoiceLineItem;
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

class WalkFaultsTest {
  private static final int PAGES = 20;

  private final Outcomes outcomes = new Outcomes("walks");
  private final Map<Walk, List<InvoiceLineItem>> expected = new ConcurrentHashMap<>();

  @Test
  @DisplayName("C1, C9, C10, C11, C26, C45: a walk under faults has each row once, or is a failure")
  void rowsAreExactOrTheFailureIsTyped() {
    Campaign.run(
        "fault plans over a walk of 20 pages",
        2_000,
        seed -> {
          FaultPlan plan = FaultPlan.ofWalk(seed, PAGES);
          try {
            Watchdog.watch(() -> walk(plan));
          } catch (Exception | AssertionError e) {
            throw new AssertionError(plan + ": " + e, e);
          }
        });

    outcomes.tell();
    outcomes.assertVaried(FaultKind.ofWalks());
  }

  private Void walk(FaultPlan plan) throws InterruptedException {
    Random dice = new Random(plan.seed());
    Walk walk = Walk.drawn(dice);
    List<InvoiceLineItem> wanted = expected.computeIfAbsent(walk, WalkFaultsTest::withoutFaults);
    try (Trial trial = new Trial(plan, emulator(walk))) {
      List<InvoiceLineItem> rows = new ArrayList<>();
      List<UnreadableRow> unreadable = new ArrayList<>();
      PartnerException failure = null;
      try (Stream<? extends InvoiceLineItem> stream =
          walk.rows(trial.partner(), trial.emulator(), dice, unreadable::add)) {
        stream.forEach(rows::add);
      } catch (PartnerException e) {
        failure = e;
      }

      if (failure == null) {
        assertThat(rows).hasSameSizeAs(wanted).isEqualTo(wanted);
      } else {
        assertThat(rows).isEqualTo(wanted.subList(0, Math.min(rows.size(), wanted.size())));
      }
      assertThat(unreadable).isEmpty();
      trial.leavesNothing();
      outcomes.add(failure, plan.kindsOf(trial.emulator().metFaults()));
    }
    return null;
  }

  private static List<InvoiceLineItem> withoutFaults(Walk walk) {
    FaultPlan none = FaultPlan.none();
    try (Trial trial = new Trial(none, emulator(walk));
        Stream<? extends InvoiceLineItem> rows =
            walk.rows(trial.partner(), trial.emulator(), new Random(0), row -> {})) {
      List<InvoiceLineItem> all = new ArrayList<>(rows.toList());
      assertThat(all).hasSize(PAGES * walk.size()).doesNotHaveDuplicates();
      return all;
    }
  }

  private static EmulatorBuilder emulator(Walk walk) {
    return Emulator.builder().months(1).rows((long) PAGES * walk.size());
  }
}
