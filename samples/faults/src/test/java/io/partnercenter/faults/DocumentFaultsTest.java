package io.partnercenter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.FaultKind;
import io.partnercenter.emulator.FaultPlan;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.testing.Campaign;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentFaultsTest {
  private static final int DOCUMENTS = 6;
  private static final List<Integer> SIZES = List.of(1_500, 9_000, 70_000);

  private final Outcomes outcomes = new Outcomes("documents");
  private final Map<Integer, byte[]> expected = new ConcurrentHashMap<>();

  @Test
  @DisplayName("C58, C82: a document under faults is the same as without, or is a failure")
  void documentsAreExactOrTheFailureIsTyped() {
    Campaign.run(
        "fault plans over documents",
        2_000,
        seed -> {
          FaultPlan plan = FaultPlan.ofWalk(seed, DOCUMENTS);
          try {
            Watchdog.watch(() -> download(plan));
          } catch (Exception | AssertionError e) {
            throw new AssertionError(plan + ": " + e, e);
          }
        });

    outcomes.tell();
    outcomes.assertVaried(kinds());
  }

  /** Those that are not about pages. */
  private static Set<FaultKind> kinds() {
    Set<FaultKind> kinds = EnumSet.copyOf(FaultKind.ofWalks());
    kinds.retainAll(FaultKind.ofExports());
    return kinds;
  }

  private Void download(FaultPlan plan) throws Exception {
    int size = SIZES.get(new Random(plan.seed()).nextInt(SIZES.size()));
    byte[] wanted = expected.computeIfAbsent(size, DocumentFaultsTest::withoutFaults);
    try (Trial trial = new Trial(plan, Emulator.builder().months(1).statementBytes(size))) {
      PartnerException failure = null;
      for (int i = 0; i < DOCUMENTS; i++) {
        try (InputStream stream = statement(trial).openStream()) {
          byte[] document = stream.readAllBytes();

          assertThat(document.length).as("length of document %s", i).isEqualTo(wanted.length);
          assertThat(document).as("document %s", i).isEqualTo(wanted);
        } catch (PartnerException e) {
          failure = e;
        }
      }
      trial.leavesNothing();
      outcomes.add(failure, plan.kindsOf(trial.emulator().metFaults()));
    }
    return null;
  }

  private static DocumentOperations statement(Trial trial) {
    String invoice = trial.emulator().tenant().invoices().get(0).id();
    return trial.partner().invoices().byId(invoice).statement();
  }

  private static byte[] withoutFaults(int size) {
    try (Trial trial =
            new Trial(FaultPlan.none(), Emulator.builder().months(1).statementBytes(size));
        InputStream stream = statement(trial).openStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
