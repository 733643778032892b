package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that somebody has put into the wrong variable. No request is made. */
final class SecretVariablesTest {
  @ParameterizedTest
  @DisplayName("C79: a variable that is refused is not repeated")
  @CsvSource({
    "TENANT, abC8Q~hunter2.Xk81mVb7Lw",
    "CLIENT_ID, abC8Q~hunter2.Xk81mVb7Lw",
    "CLOUD, abC8Q~hunter2.Xk81mVb7Lw",
    "BASE_URL, abC8Q~hunter2.Xk81mVb7Lw",
    "BASE_URL, hunter2 with a blank",
    "BASE_URL, hunter2:opaque",
    "BASE_URL, https://user:hunter2@host.example/",
    "BASE_URL, https://user:hunter2 @host.example/",
    "BASE_URL, http://hunter2-opaque/",
    "GRAPH_URL, ^hunter2^",
  })
  void whatIsRefusedIsNotRepeated(String variable, String secret) {
    assertRefused("PARTNER_" + variable, secret, "PARTNER_CLIENT_SECRET");
  }

  @ParameterizedTest
  @DisplayName("C79: nor is what should be in a file and stands in place of its name")
  @ValueSource(strings = {"PARTNER_CERTIFICATE", "PARTNER_REFRESH_TOKEN_FILE"})
  void theContentOfAFileIsNotRepeated(String variable) {
    assertRefused(variable, "0.AXk81mVb7Lw" + "hunter2".repeat(20), "PARTNER_LOCALE");
  }

  private static void assertRefused(String variable, String secret, String other) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PARTNER_TENANT", "11111111-2222-3333-4444-555555555555");
    variables.put("PARTNER_CLIENT_ID", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
    variables.put(other, "s3cret");
    variables.put(variable, secret);

    Run run = Run.with(variables, "summary");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.complaints()).isNotEmpty();
    assertThat(run.out() + run.err()).doesNotContain("hunter2");
  }
}
