package io.partnercenter.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Many trials of one claim, each drawn from a seed of its own. Every build runs a twentieth of
 * them, {@code -Pcampaign} all, always from the same seed on; {@code -Dcampaign.seed} begins at
 * another, and {@code -Dcampaign.trials} says how many there are, so that one that failed can be
 * repeated alone.
 */
public final class Campaign {
  private static final long FIRST_SEED = Long.getLong("campaign.seed", 1);
  private static final int PERCENT = Integer.getInteger("campaign.percent", 5);
  private static final int MOST_SHOWN = 5;

  private Campaign() {}

  /** What is tried once. It throws if the claim does not hold. */
  @FunctionalInterface
  public interface Trial {
    void run(long seed) throws Exception;
  }

  /**
   * Tries as many times as this build is to, says how many that were, and fails if one did.
   *
   * @param what is tried, in the plural
   * @param whole how many trials the whole campaign has
   */
  public static void run(String what, int whole, Trial trial) {
    int trials = Integer.getInteger("campaign.trials", Math.max(1, whole * PERCENT / 100));
    List<Throwable> failures = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + trials; seed++) {
      try {
        trial.run(seed);
      } catch (Exception | AssertionError | StackOverflowError e) {
        failures.add(e);
        if (shown.size() < MOST_SHOWN) shown.add("seed " + seed + ": " + e);
      }
    }
    tell(what, trials, whole, failures.size());
    if (failures.isEmpty()) return;
    AssertionError all =
        new AssertionError(
            "%s: %,d of %,d failed; one alone: -Dcampaign.seed=N -Dcampaign.trials=1%n%s"
                .formatted(what, failures.size(), trials, String.join("\n", shown)));
    failures.stream().limit(MOST_SHOWN).forEach(all::addSuppressed);
    throw all;
  }

  /** Puts into the output of the build how much was tried. */
  public static void tell(String what, long tried, long whole, long violations) {
    System.out.printf(
        Locale.ROOT,
        "campaign: %,d of %,d %s, from seed %d, %,d violations%n",
        tried,
        whole,
        what,
        FIRST_SEED,
        violations);
  }
}
