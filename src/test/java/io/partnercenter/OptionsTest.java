package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void byDefaultACallIsTriedFourTimes() {
    assertThat(RetryOptions.defaults())
        .isEqualTo(
            new RetryOptions(
                4, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5)));
    assertThat(RetryOptions.none()).isEqualTo(RetryOptions.defaults().maxAttempts(1));
  }

  @Test
  void eachRetryOptionIsChangedAlone() {
    RetryOptions retry =
        RetryOptions.defaults()
            .maxAttempts(2)
            .firstPause(SECOND)
            .longestPause(SECOND.multipliedBy(2))
            .longestRetryAfter(SECOND.multipliedBy(3));

    assertThat(retry)
        .isEqualTo(new RetryOptions(2, SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void thereIsAtLeastOneAttempt(int attempts) {
    assertThatThrownBy(() -> RetryOptions.defaults().maxAttempts(attempts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxAttempts is at least 1, not " + attempts);
  }

  @Test
  void noPauseIsNegative() {
    RetryOptions retry = RetryOptions.defaults();
    Duration negative = SECOND.negated();

    assertThatThrownBy(() -> retry.firstPause(negative)).hasMessageStartingWith("firstPause");
    assertThatThrownBy(() -> retry.longestPause(negative)).hasMessageStartingWith("longestPause");
    assertThatThrownBy(() -> retry.longestRetryAfter(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("longestRetryAfter is not negative; this one is PT-1S");
  }

  @Test
  void eachRequestOptionIsChangedAlone() {
    PartnerListener listener = new PartnerListener() {};
    RequestOptions options =
        RequestOptions.defaults()
            .correlationId("id")
            .requestId("call")
            .locale("de-DE")
            .timeout(SECOND)
            .deadline(SECOND.multipliedBy(2))
            .retry(RetryOptions.none())
            .listener(listener)
            .header("x-gateway", "west");

    assertThat(options)
        .isEqualTo(
            new RequestOptions(
                "id",
                "call",
                "de-DE",
                SECOND,
                SECOND.multipliedBy(2),
                RetryOptions.none(),
                listener,
                Map.of("x-gateway", "west")));
    assertThat(RequestOptions.defaults())
        .isEqualTo(new RequestOptions(null, null, null, null, null, null, null, Map.of()));
  }

  @Test
  void aHeaderIsFoundWhateverItsCaseAndTheLastValueHolds() {
    RequestOptions options =
        RequestOptions.defaults().header("X-Gateway", "west").header("x-gateway", "east");

    assertThat(options.headers()).hasSize(1).containsEntry("X-GATEWAY", "east");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "HOST",
        "ms-requestid",
        "MS-Anything",
        "X-Locale",
        "Range",
        "a b"
      })
  void aHeaderOfTheSdkIsNotOverwritten(String name) {
    assertThatThrownBy(() -> RequestOptions.defaults().header(name, "value"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("C49: the values of headers are not printed")
  void theValuesOfHeadersAreNotPrinted() {
    RequestOptions options =
        RequestOptions.defaults().header("ocp-apim-subscription-key", "hunter2");

    assertThat(options.toString()).contains("ocp-apim-subscription-key").doesNotContain("hunter2");
  }

  @Test
  void somethingHasToHappenInTheTimeThereIs() {
    RequestOptions options = RequestOptions.defaults();

    assertThatThrownBy(() -> options.timeout(Duration.ZERO)).hasMessageStartingWith("timeout");
    assertThatThrownBy(() -> options.deadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("deadline");
  }
}
