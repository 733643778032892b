package io.partnercenter.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class EmulatorBuilderTest {
  @Test
  void invalidSizesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().rows(1_000_001).start())
        .withMessageContaining("1000001");
    assertThatIllegalArgumentException().isThrownBy(() -> Emulator.builder().rows(-1).start());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().distinctRows(3).start())
        .withMessageContaining("even");
    assertThatIllegalArgumentException().isThrownBy(() -> Emulator.builder().months(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Emulator.builder().exportPolls(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Emulator.builder().exportRows(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().exportBlobs(1_001))
        .withMessageContaining("1001");
  }

  @Test
  void theMessageNamesAPortThatIsTaken() {
    try (Emulator emulator = Emulator.builder().rows(1).start()) {
      int port = emulator.baseUrl().getPort();

      assertThatThrownBy(() -> Emulator.builder().rows(1).port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }

  @Test
  void theServerListensOnLoopbackOnly() {
    try (Emulator emulator = Emulator.builder().rows(1).start()) {
      assertThat(emulator.baseUrl().getHost()).isEqualTo("127.0.0.1");
      assertThat(emulator.baseUrl().getPath()).isEmpty();
    }
  }
}
