package io.partnercenter.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private final List<FaultPlan> walks =
      IntStream.range(0, 500).mapToObj(seed -> FaultPlan.ofWalk(seed, 20)).toList();
  private final List<FaultPlan> exports =
      IntStream.range(0, 500).mapToObj(seed -> FaultPlan.ofExport(seed, 5)).toList();

  @Test
  void theSameSeedMakesTheSamePlan() {
    assertThat(FaultPlan.ofWalk(7, 20)).isEqualTo(FaultPlan.ofWalk(7, 20));
    assertThat(FaultPlan.ofWalk(7, 20)).isNotEqualTo(FaultPlan.ofWalk(8, 20));
    assertThat(walks).doesNotHaveDuplicates();
  }

  @Test
  void plansContainEveryKind() {
    assertThat(kinds(walks)).isEqualTo(FaultKind.ofWalks());
    assertThat(kinds(exports)).isEqualTo(FaultKind.ofExports());
  }

  @Test
  void faultsOfTlsAndHttp2AreOnlyInPlansWithThem() {
    assertThat(walks)
        .allSatisfy(
            plan ->
                assertThat(plan.planned()).allMatch(each -> each.kind().suits(plan.wire(), true)));
  }

  @Test
  void aPlanDescribesItself() {
    FaultPlan plan =
        new FaultPlan(
            4711,
            Wire.HTTP2,
            false,
            List.of(
                new FaultPlan.Planned(
                    FaultKind.CUT, new Fault.Scoped(Fault.cutBody(12), "/blobs/", 3, 2)),
                new FaultPlan.Planned(FaultKind.STALL, Fault.stall().scoped())));

    assertThat(plan)
        .hasToString(
            "fault plan 4711 over HTTP2, a connection each:"
                + " CutBody[afterBytes=12] on /blobs/ after 3 × 2; Stall[]");
  }

  private static Set<FaultKind> kinds(List<FaultPlan> plans) {
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    plans.forEach(plan -> plan.planned().forEach(each -> kinds.add(each.kind())));
    return kinds;
  }
}
