package io.partnercenter.invoices;

import io.partnercenter.internal.Arguments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a collection of many pages is walked through.
 *
 * @param prefetch how many pages are fetched ahead while the caller works on one: 0 for none, 1
 *     unless said otherwise. Line items of legacy invoices, and invoices if they are asked for in
 *     pages of some size, can be fetched several pages ahead, all others only one, since each page
 *     says where the next begins
 * @param deadline how long the whole walk may take, the caller's own work included; a page that
 *     comes later is not handed out. Absent for no limit besides that of each call
 * @param maxRetries how many retries all pages may take together, no more than one of which is then
 *     fetched ahead; absent for no limit besides that of each call
 * @param sharesText whether equal texts and times in many rows are one object. For callers who keep
 *     rows by the thousand, it takes their memory down by more than half; for those who let them go
 *     it is a little slower and of no use. At most 65,536 values are remembered
 */
public record WalkOptions(
    int prefetch, @Nullable Duration deadline, @Nullable Integer maxRetries, boolean sharesText) {
  private static final int MOST_AHEAD = 16;
  private static final WalkOptions DEFAULTS = new WalkOptions(1, null, null, false);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if prefetch is not from 0 to 16, the deadline is nothing, or
   *     retries are negative
   */
  public WalkOptions {
    Arguments.check(
        prefetch >= 0 && prefetch <= MOST_AHEAD, "prefetch is from 0 to 16, not %s", prefetch);
    if (deadline != null) Arguments.positive(deadline, "deadline");
    Arguments.check(
        maxRetries == null || maxRetries >= 0, "maxRetries is at least 0, not %s", maxRetries);
  }

  /** One page ahead, no limits, no sharing. */
  public static WalkOptions defaults() {
    return DEFAULTS;
  }

  /** The same with more or fewer pages fetched ahead; 0 fetches each when it is its turn. */
  public WalkOptions prefetch(int prefetch) {
    return new WalkOptions(prefetch, deadline, maxRetries, sharesText);
  }

  /** The same with a limit for the whole walk. */
  public WalkOptions deadline(Duration deadline) {
    return new WalkOptions(prefetch, deadline, maxRetries, sharesText);
  }

  /** The same with a limit for the retries of all pages together. */
  public WalkOptions maxRetries(int maxRetries) {
    return new WalkOptions(prefetch, deadline, maxRetries, sharesText);
  }

  /** The same with equal texts shared, or not. */
  public WalkOptions sharesText(boolean sharesText) {
    return new WalkOptions(prefetch, deadline, maxRetries, sharesText);
  }
}
