package io.partnercenter.emulator;

import io.partnercenter.emulator.support.SeededRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One to six faults drawn from a seed, and the connections for them. The same seed makes the same
 * plan:
 *
 * <pre>{@code
 * FaultPlan plan = FaultPlan.ofWalk(4711, 20);
 * emulator.inject(plan.faults());
 * … read all pages …
 * assertThat(rows).as("%s", plan).isEqualTo(expected);
 * }</pre>
 *
 * @param wire the protocol between client and emulator
 * @param keepsConnections whether the client reuses connections
 */
public record FaultPlan(long seed, Wire wire, boolean keepsConnections, List<Planned> planned) {
  private static final int MAX_FAULTS = 6;
  private static final int MAX_TIMES = 5;
  private static final List<String> PARTS_OF_EXPORTS =
      List.of("/blobs/", "/blobs/", "/operations/", "/export", "/graph/", "");

  /** A fault of the plan with its kind. */
  public record Planned(FaultKind kind, Fault.Scoped fault) {
    @Override
    public String toString() {
      return fault.fault()
          + (fault.part().isEmpty() ? "" : " on " + fault.part())
          + (fault.skip() == 0 ? "" : " after " + fault.skip())
          + (fault.times() == 1 ? "" : " × " + fault.times());
    }
  }

  /** Copies the list. */
  public FaultPlan {
    planned = List.copyOf(planned);
  }

  /** Returns a plan without faults, over HTTP/1.1. */
  public static FaultPlan none() {
    return new FaultPlan(0, Wire.HTTP1, true, List.of());
  }

  /** Returns a plan for a client that reads the given number of pages. */
  public static FaultPlan ofWalk(long seed, int pages) {
    SeededRandom random = SeededRandom.at(SeededRandom.deriveSeed(seed, "walk"), 0);
    return draw(seed, random, true, List.of(""), pages);
  }

  /** Returns a plan for a client that reads an export with the given number of files. */
  public static FaultPlan ofExport(long seed, int files) {
    SeededRandom random = SeededRandom.at(SeededRandom.deriveSeed(seed, "export"), 0);
    return draw(seed, random, false, PARTS_OF_EXPORTS, files);
  }

  private static FaultPlan draw(
      long seed, SeededRandom random, boolean walk, List<String> parts, int requests) {
    Wire wire = random.pick(List.of(Wire.values()));
    boolean keepsConnections = !random.oneIn(3);
    List<FaultKind> kinds =
        Stream.of(FaultKind.values()).filter(kind -> kind.suits(wire, walk)).toList();
    List<Planned> planned = new ArrayList<>();
    for (int left = 1 + random.below(MAX_FAULTS); left > 0; left--) {
      FaultKind kind = random.pick(kinds);
      Fault fault = kind.draw(random);
      String part = random.pick(parts);
      int skip = random.oneIn(4) ? 0 : random.below(requests);
      int times = kind.isSlow() || !random.oneIn(5) ? 1 : 1 + random.below(MAX_TIMES);
      if (fault.scoped().part().isEmpty()) {
        planned.add(new Planned(kind, new Fault.Scoped(fault, part, skip, times)));
      } else {
        // The client requests one export only.
        int skipped = fault.scoped().part().equals("/blobs/") ? skip : 0;
        planned.add(
            new Planned(kind, new Fault.Scoped(fault, fault.scoped().part(), skipped, times)));
      }
    }
    return new FaultPlan(seed, wire, keepsConnections, planned);
  }

  /** Returns the faults for {@link Emulator#inject}. */
  public Fault[] faults() {
    return planned.stream().map(Planned::fault).toArray(Fault[]::new);
  }

  /**
   * Returns the kinds of the faults that took effect.
   *
   * @param met the result of {@link Emulator#metFaults}
   */
  public Set<FaultKind> kindsOf(List<Fault> met) {
    return planned.stream()
        .filter(each -> met.contains(each.fault().fault()))
        .map(Planned::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
  }

  /** Returns the seed and each fault with its scope, for failure messages. */
  @Override
  public String toString() {
    return planned.stream()
        .map(Planned::toString)
        .collect(
            Collectors.joining(
                "; ",
                "fault plan "
                    + seed
                    + " over "
                    + wire
                    + (keepsConnections ? "" : ", a connection each")
                    + ": ",
                ""));
  }
}
