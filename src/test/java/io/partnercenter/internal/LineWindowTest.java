package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept in memory; that no line is lost is tested with {@link JsonLines}. */
class LineWindowTest {
  private static final int USUAL = 256 << 10;

  @Test
  void oneBufferServesAllLines() throws Exception {
    LineWindow window = window("x".repeat(99) + "\n", 10_000, USUAL);
    List<byte[]> buffers = new ArrayList<>();
    while (window.move()) buffers.add(window.bytes());

    assertThat(buffers).hasSize(4).allMatch(buffer -> buffer == buffers.get(0));
    assertThat(buffers.get(0)).hasSize(USUAL);
  }

  @Test
  void theBufferGrowsForALongLineAndShrinksBehindIt() throws Exception {
    String text = "x\n" + "x".repeat(3 * USUAL) + "\n" + ("x".repeat(99) + "\n").repeat(20_000);
    LineWindow window = window(text, 1, 16 << 20);
    List<Integer> sizes = new ArrayList<>();
    while (window.move()) sizes.add(window.bytes().length);

    assertThat(sizes).startsWith(USUAL, 4 * USUAL, USUAL, USUAL).endsWith(USUAL);
  }

  @Test
  void theBufferNeverGrowsBeyondTheLongestLineThereMayBe() throws Exception {
    LineWindow small = window("x".repeat(99) + "\n", 10, 100);
    LineWindow large = window("x".repeat(USUAL + 10) + "\n", 1, USUAL + 10);

    assertThat(small.move()).isTrue();
    assertThat(small.bytes()).hasSize(101);
    assertThat(large.move()).isTrue();
    assertThat(large.bytes()).hasSize(USUAL + 11);
  }

  private static LineWindow window(String text, int times, int limit) {
    return new LineWindow(new ByteArrayInputStream(text.repeat(times).getBytes(UTF_8)), limit);
  }
}
