package io.partnercenter.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
  @Test
  @DisplayName("C49: a token prints as dots")
  void aTokenPrintsAsDots() {
    AccessToken token = new AccessToken("hunter2", Instant.parse("2026-03-01T03:00:00Z"));

    assertThat(token).hasToString("AccessToken[value=…, expiresAt=2026-03-01T03:00:00Z]");
  }

  @Test
  void aJwtSaysItselfWhenItExpires() {
    AccessToken token = AccessToken.of(jwt("{\"aud\":\"x\",\"exp\":1772334000}"));

    assertThat(token.expiresAt()).isEqualTo("2026-03-01T03:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "",
        "[1]",
        "not json",
        "{\"exp\":null}",
        "{\"exp\":\"1772334000\"}",
        "{\"exp\":1e99}",
        "{\"exp\":9223372036854775807}"
      })
  void claimsThatSayNothingOfItLeaveTheExpiryUnknown(String claims) {
    assertThat(AccessToken.of(jwt(claims)).expiresAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.b.c", "..", "a.!!!.c", "a.b.c.d.e"})
  void whatIsNoJwtHasNoKnownExpiry(String value) {
    AccessToken token = AccessToken.of(value);

    assertThat(token.value()).isEqualTo(value);
    assertThat(token.expiresAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nX-Other: 1", "a\u007f", "tökèn", "\u0000"})
  @DisplayName("C49: what cannot be sent in a header is refused, and not repeated in the message")
  void whatCannotBeSentIsRefused(String value) {
    assertThatThrownBy(() -> AccessToken.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a token is visible ASCII without blanks; this one is empty, padded, or something"
                + " else");
  }

  private static String jwt(String claims) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return "eyJhbGciOiJub25lIn0." + base64.encodeToString(claims.getBytes(UTF_8)) + ".c2ln";
  }
}
