package io.partnercenter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.FaultKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of all plans together: a campaign in which nothing happens shows nothing. */
final class Outcomes {
  private static final String ROWS = "all rows";

  /** With fewer, such as one that is repeated, some kinds of faults are bound to be missing. */
  private static final int ENOUGH = 100;

  private final String what;
  private int plans;
  private final Map<String, Integer> ends = new TreeMap<>();
  private final Map<FaultKind, Integer> met = new EnumMap<>(FaultKind.class);

  Outcomes(String what) {
    this.what = what;
  }

  void add(@Nullable RuntimeException error, Set<FaultKind> kinds) {
    plans++;
    ends.merge(error == null ? ROWS : error.getClass().getSimpleName(), 1, Integer::sum);
    kinds.forEach(kind -> met.merge(kind, 1, Integer::sum));
  }

  /** Puts into the output of the build how plans ended, and how many of them each fault befell. */
  void tell() {
    System.out.printf(Locale.ROOT, "campaign: %s: ended with %s%n", what, ends);
    System.out.printf(Locale.ROOT, "campaign: %s: befallen by %s%n", what, met);
  }

  /** Some plans ended well, some did not, and no kind of fault was without effect. */
  void assertVaried(Set<FaultKind> kinds) {
    if (plans < ENOUGH) return;
    assertThat(ends).as(what).containsKey(ROWS).hasSizeGreaterThan(2);
    assertThat(met.keySet()).as(what).containsAll(kinds);
  }
}
