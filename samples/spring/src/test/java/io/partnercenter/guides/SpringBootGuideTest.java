package io.partnercenter.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** Runs the application that the guide to Spring Boot begins with. */
final class SpringBootGuideTest {
  @Test
  void theApplicationPrintsTheBalance() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (Emulator emulator = Emulator.builder().rows(5).start()) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      SpringApplication.run(
              BalanceApplication.class,
              "--server.port=0",
              "--logging.level.root=WARN",
              "--partner-center.base-url=" + emulator.baseUrl(),
              "--partner-center.credentials.token=" + emulator.token())
          .close();

      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains(emulator.tenant().balance("USD").toPlainString());
    } finally {
      System.setOut(console);
    }
  }
}
