package io.partnercenter.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.RenderedLineCache.Run;
import org.junit.jupiter.api.Test;

class RenderedLineCacheTest {
  @Test
  void whatWasMadeIsKept() {
    RenderedLineCache rendered = new RenderedLineCache(1 << 20);
    LineItems lines = lines(1_000);

    assertThat(rendered.of(new Run(lines, 10, 10, 1)))
        .isSameAs(rendered.of(new Run(lines, 10, 10, 1)))
        .isNotEqualTo(rendered.of(new Run(lines, 20, 10, 1)))
        .isNotEqualTo(rendered.of(new Run(lines, 10, 10, 2)));
  }

  @Test
  void theOldestIsDroppedWhenMemoryIsFull() {
    LineItems lines = lines(1_000);
    Run first = new Run(lines, 0, 10, 1);
    int bytes = new RenderedLineCache(0).of(first).length;
    RenderedLineCache rendered = new RenderedLineCache(2L * bytes + 500);

    byte[] before = rendered.of(first);
    for (int i = 1; i <= 3; i++) {
      rendered.of(new Run(lines, 10 * i, 10, 1));
    }

    assertThat(rendered.of(first)).isNotSameAs(before).isEqualTo(before);
  }

  @Test
  void linesThatRepeatAreMadeOnce() {
    RenderedLineCache rendered = new RenderedLineCache(1 << 20);
    LineItems lines = lines(20);

    assertThat(rendered.of(new Run(lines, 990, 10, 1)))
        .isSameAs(rendered.of(new Run(lines, 10, 10, 1)));
  }

  private static LineItems lines(long distinctRows) {
    return Tenant.of(1, new Volume(1_000, distinctRows), 1)
        .modernInvoices()
        .get(0)
        .lineItems()
        .get(0);
  }
}
