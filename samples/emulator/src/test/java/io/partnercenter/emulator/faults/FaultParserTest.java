package io.partnercenter.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultParserTest {
  @Test
  void aFaultIsParsedWithItsValuesAndScope() {
    assertThat(FaultParser.parse("statuses:500,429")).isEqualTo(Fault.statuses(500, 429).times(1));
    assertThat(FaultParser.parse("cut:1234@/lineitems"))
        .isEqualTo(Fault.cutBody(1234).on("/lineitems"));
    assertThat(FaultParser.parse("pause:200+3*10"))
        .isEqualTo(Fault.pause(Duration.ofMillis(200)).after(3).times(10));
    assertThat(FaultParser.parse("slow:1024,5@unbilled*2"))
        .isEqualTo(Fault.slowBody(1024, Duration.ofMillis(5)).on("unbilled").times(2));
    assertThat(FaultParser.parse("redirect:http://127.0.0.1:9/x").scoped().fault())
        .isInstanceOf(Fault.Redirect.class);
    assertThat(FaultParser.parse("flawed-export:wrong-blob-count"))
        .isEqualTo(Fault.flawedExport(ExportFlaw.WRONG_BLOB_COUNT).times(1));
    assertThat(FaultParser.parse("truncated-file:700+1"))
        .isEqualTo(Fault.truncatedFile(700).after(1));
    assertThat(FaultParser.parse("sign-in-refused:50076*2"))
        .isEqualTo(Fault.signInRefused(50076).times(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throttled:5",
        "disconnect",
        "stall",
        "html",
        "xml",
        "empty-page",
        "repeated-cursor",
        "token-life:3",
        "sign-in-refused:50076",
        "failed-export",
        "flawed-export:no-blobs",
        "truncated-file:700",
        "new-data-version",
        "sas-life:3"
      })
  void everyFaultHasAName(String word) {
    assertThat(FaultParser.parse(word).scoped().times()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "melt", "statuses", "cut:x", "slow:1", "html**", "flawed-export:x"})
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> FaultParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
