package io.partnercenter.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.emulator.Emulator;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** Made-up data is served under a profile that was named, and under no other circumstances. */
final class DemoProfileTest {
  @Test
  @DisplayName("C68: an application without credentials does not start, and says what is missing")
  void doesNotStartWithoutCredentials() throws Exception {
    Ended ended = run(Map.of("PARTNERCENTER_CREDENTIALS_CLIENTSECRET", " "), "default");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output())
        .contains("APPLICATION FAILED TO START")
        .contains("partner-center.credentials.token")
        .contains("partner-center.credentials.tenant-id")
        .contains("partner-center.credentials.client-secret")
        .contains("--spring.profiles.active=demo")
        .doesNotContain("Tomcat started");
  }

  @Test
  @DisplayName("C68: the log says of made-up data that it is made up")
  void theLogSaysThatDataIsMadeUp() throws Exception {
    Ended ended = run(Map.of("PARTNERCENTER_CREDENTIALS_TOKEN", "token"), "demo");

    assertThat(ended.output()).contains(" WARN ", "Made-up data (profile demo): talking to an");
  }

  @Test
  @DisplayName("C68: the profile demo serves made-up data, whatever credentials are set")
  void demoServesMadeUpData() {
    try (Emulator tenant = Emulator.builder().rows(5).start();
        RunningApplication application =
            RunningApplication.with(
                "spring.profiles.active=demo",
                "partner-center.base-url=" + tenant.baseUrl(),
                "partner-center.credentials.token=" + tenant.token())) {
      assertThat(application.status("/unbilled/EUR")).isEqualTo(200);
      assertThat(application.bean(Emulator.class).requestCount()).isPositive();
      assertThat(tenant.requestCount()).isZero();
    }
  }

  @Test
  @DisplayName("C68: no other profile serves made-up data")
  void noOtherProfileServesMadeUpData() {
    try (Emulator tenant = Emulator.builder().rows(5).start();
        RunningApplication application = RunningApplication.against(tenant)) {
      assertThatThrownBy(() -> application.bean(Emulator.class))
          .isInstanceOf(NoSuchBeanDefinitionException.class);
    }
  }

  private record Ended(int exitCode, String output) {}

  /** Runs the main method in a process of its own, and ends it once it has started. */
  private static Ended run(Map<String, String> variables, String profile) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PartnerApplication.class.getName(),
                "--server.port=0",
                "--spring.profiles.active=" + profile)
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PARTNER"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    try (BufferedReader said = process.inputReader(UTF_8)) {
      StringBuilder output = new StringBuilder();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        output.append(line).append('\n');
        if (line.contains("Started PartnerApplication")) {
          process.destroy(); // Closes its output, too.
          break;
        }
      }
      return new Ended(process.waitFor(), output.toString());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
