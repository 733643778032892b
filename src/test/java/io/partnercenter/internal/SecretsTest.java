package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.errors.ServiceError;
import okhttp3.Headers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl";

  @ParameterizedTest
  @DisplayName("C49: what looks like a secret is blacked out of what the service says")
  @ValueSource(
      strings = {
        "Authorization: Bearer hunter2",
        "authorization: bearer   hunter2, next",
        "https://x.blob.core.windows.net/y?sv=2020&sig=hunter2&se=1",
        "<Resource>https://x?a=b&amp;sig=hunter2</Resource>",
        "grant_type=password&password=hunter2",
        "{\"access_token\":\"hunter2\",\"refresh_token\" : \"hunter2\"}",
        "{\"client_secret\":\"hunter2\"}",
        "client_assertion=hunter2&code_verifier=hunter2&device_code=hunter2",
        "{\"message\":\"{\\\"refresh_token\\\" : \\\"hunter2\\\"}\"}",
        "{\"message\":\"{\\u0022refresh_token\\u0022:\\u0022hunter2\\u0022}\"}",
        "{\"message\":\"sent:\\nBearer\\u0020hunter2\"}",
        "Authorization=Bearer%20hunter2",
        "{\"message\":\"the token:\\neyJhbGciOiJSUzI1NiJ9.hunter2.c2lnbmF0dXJl\"}",
        "the token eyJhbGciOiJSUzI1NiJ9.hunter2.c2lnbmF0dXJl is bad",
      })
  void secretsAreBlackedOut(String text) {
    assertThat(Redaction.redact(text)).contains("…").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The password has expired.",
        "signature mismatch",
        "eyJ is no token",
        "Rate limit is exceeded. Try again in 57 seconds.",
        "id 5c3e0a6b-1b0c-4f0e-8a2e-6f6d8f0f1d2e",
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Redaction.redact(text)).isEqualTo(text);
  }

  @Test
  @DisplayName("C49: a secret that is escaped is blacked out of what it means, too")
  void aSecretThatIsEscapedIsBlackedOut() {
    String escaped =
        "{\\\"refresh_token\\\":\\\"hunter2\\\"} Bearer\\u0020hunter2 \\u0073ig=hunter2";

    ServiceError error =
        ErrorBody.read(
            "{\"code\":\"%1$s\",\"description\":\"%1$s\",\"source\":\"%1$s\"}".formatted(escaped),
            Headers.of());

    String decoded = "{\"refresh_token\":\"…\"} Bearer … sig=…";
    assertThat(error.code()).isEqualTo(decoded);
    assertThat(error.description()).isEqualTo(decoded);
    assertThat(error.source()).isEqualTo(decoded);
  }

  @Test
  @DisplayName("C49: neither code, description nor body of a refusal holds a token")
  void noPartOfARefusalHoldsAToken() {
    ServiceError error =
        ErrorBody.read(
            "{\"code\":\""
                + JWT
                + "\",\"description\":\"bad "
                + JWT
                + "\",\"source\":\""
                + JWT
                + "\"}",
            Headers.of());

    assertThat(error.code()).isEqualTo("…");
    assertThat(error.description()).isEqualTo("bad …");
    assertThat(error.source()).isEqualTo("…");
    assertThat(error.body()).doesNotContain(JWT);
  }

  @ParameterizedTest
  @DisplayName("C48: a text made to make the search for secrets slow is not")
  @ValueSource(
      strings = {"eyJ-", "eyJaaaaaaaa.", "<Code ", "<title", "bearer ", "password ", "sig="})
  void noTextMakesTheSearchSlow(String piece) {
    String body = "<" + piece.repeat((64 << 10) / piece.length());

    assertThat(ErrorBody.read(body, Headers.of()).body()).isNotEmpty();
  }
}
