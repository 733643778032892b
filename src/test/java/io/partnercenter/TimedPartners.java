package io.partnercenter;

import io.partnercenter.internal.Timing;
import io.partnercenter.watch.RunWatch;

/** Reaches the package-private seam for time, for tests of other packages. */
public final class TimedPartners {
  private TimedPartners() {}

  public static PartnerBuilder builder(Timing timing) {
    return IPartner.builder().timing(timing).listener(RunWatch.calls());
  }
}
