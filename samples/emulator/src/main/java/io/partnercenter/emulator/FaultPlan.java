package io.partnercenter.emulator;

import io.partnercenter.emulator.support.SeededRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One to six faults at places drawn from a seed, and the connections that they befall. The same
 * seed makes the same plan:
 *
 * <pre>{@code
 * FaultPlan plan = FaultPlan.ofWalk(4711, 20);
 * emulator.inject(plan.faults());
 * … walk …
 * assertThat(rows).as("%s", plan).isEqualTo(expected);
 * }</pre>
 *
 * @param wire what is spoken
 * @param keepsConnections whether the client is to use a connection for more than one request
 */
public record FaultPlan(long seed, Wire wire, boolean keepsConnections, List<Planned> planned) {
  private static final int MAX_FAULTS = 6;
  private static final int MAX_TIMES = 5;
  private static final List<String> PARTS_OF_EXPORTS =
      List.of("/blobs/", "/blobs/", "/operations/", "/export", "/graph/", "");

  /** A fault of the plan, and what kind it is. */
  public record Planned(FaultKind kind, Fault.Scoped fault) {
    @Override
    public String toString() {
      return fault.fault()
          + (fault.part().isEmpty() ? "" : " on " + fault.part())
          + (fault.skip() == 0 ? "" : " after " + fault.skip())
          + (fault.times() == 1 ? "" : " × " + fault.times());
    }
  }

  /** Takes a copy of the faults. */
  public FaultPlan {
    planned = List.copyOf(planned);
  }

  /** Nothing, over HTTP/1.1. */
  public static FaultPlan none() {
    return new FaultPlan(0, Wire.HTTP1, true, List.of());
  }

  /** What befalls a walk over so many pages. */
  public static FaultPlan ofWalk(long seed, int pages) {
    SeededRandom random = SeededRandom.at(SeededRandom.seed(seed, "walk"), 0);
    return draw(seed, random, true, List.of(""), pages);
  }

  /** What befalls an export of so many files. */
  public static FaultPlan ofExport(long seed, int files) {
    SeededRandom random = SeededRandom.at(SeededRandom.seed(seed, "export"), 0);
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
        int skipped =
            fault.scoped().part().equals("/blobs/") ? skip : 0; // One export is asked for.
        planned.add(
            new Planned(kind, new Fault.Scoped(fault, fault.scoped().part(), skipped, times)));
      }
    }
    return new FaultPlan(seed, wire, keepsConnections, planned);
  }

  /** All of them, to be injected. */
  public Fault[] faults() {
    return planned.stream().map(Planned::fault).toArray(Fault[]::new);
  }

  /** The kinds of those that have befallen something, as {@link Emulator#metFaults} has them. */
  public Set<FaultKind> kindsOf(List<Fault> met) {
    return planned.stream()
        .filter(each -> met.contains(each.fault().fault()))
        .map(Planned::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
  }

  /** The seed, and each fault with its place. */
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
