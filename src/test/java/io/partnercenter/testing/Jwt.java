package io.partnercenter.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnercenter.internal.Json;
import java.util.Base64;
import java.util.Map;

/** Tokens that say what they are told to, signed by nobody. */
public final class Jwt {
  private Jwt() {}

  public static String of(Map<String, ?> claims) {
    try {
      return "eyJhbGciOiJSUzI1NiJ9."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Json.MAPPER.writeValueAsBytes(claims))
          + ".aHVudGVyMg";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
