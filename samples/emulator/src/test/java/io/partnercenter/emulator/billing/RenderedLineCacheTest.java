package io.partnercenter.emulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.billing.RenderedLineCache.LineRange;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.LineCollection;
import io.partnercenter.emulator.tenant.Volume;
import org.junit.jupiter.api.Test;

class RenderedLineCacheTest {
  @Test
  void renderedLinesAreCached() {
    RenderedLineCache cache = new RenderedLineCache(1 << 20);
    LineCollection lines = lines(1_000);

    assertThat(cache.get(new LineRange(lines, 10, 10, 1)))
        .isSameAs(cache.get(new LineRange(lines, 10, 10, 1)))
        .isNotEqualTo(cache.get(new LineRange(lines, 20, 10, 1)))
        .isNotEqualTo(cache.get(new LineRange(lines, 10, 10, 2)));
  }

  @Test
  void theOldestLinesAreDroppedWhenTheCacheIsFull() {
    LineCollection lines = lines(1_000);
    LineRange first = new LineRange(lines, 0, 10, 1);
    int bytes = new RenderedLineCache(0).get(first).length;
    RenderedLineCache cache = new RenderedLineCache(2L * bytes + 500);

    byte[] before = cache.get(first);
    for (int i = 1; i <= 3; i++) {
      cache.get(new LineRange(lines, 10 * i, 10, 1));
    }

    assertThat(cache.get(first)).isNotSameAs(before).isEqualTo(before);
  }

  @Test
  void linesThatRepeatAreRenderedOnce() {
    RenderedLineCache cache = new RenderedLineCache(1 << 20);
    LineCollection lines = lines(20);

    assertThat(cache.get(new LineRange(lines, 990, 10, 1)))
        .isSameAs(cache.get(new LineRange(lines, 10, 10, 1)));
  }

  private static LineCollection lines(long distinctRows) {
    return BillingAccount.of(1, new Volume(1_000, distinctRows), 1)
        .modernInvoices()
        .get(0)
        .lineItems()
        .get(0);
  }
}
