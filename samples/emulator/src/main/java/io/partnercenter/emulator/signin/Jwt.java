package io.partnercenter.emulator.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.emulator.support.JsonWriter;
import java.io.IOException;
import java.util.Base64;
import java.util.function.Consumer;

/** JSON web tokens without a signature. */
final class Jwt {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encode(json -> json.text("typ", "JWT").text("alg", "none"));

  private Jwt() {}

  /** Returns a token with the claims. */
  static String of(Consumer<JsonWriter> claims) {
    return HEADER + "." + encode(claims) + "." + BASE64.encodeToString("unsigned".getBytes(UTF_8));
  }

  /** Returns an object as base64url, which is also the form of {@code client_info}. */
  static String encode(Consumer<JsonWriter> fields) {
    return BASE64.encodeToString(
        JsonWriter.bytes(
            json -> {
              fields.accept(json.begin());
              json.end();
            }));
  }

  /**
   * Returns the claims of a client's token.
   *
   * @throws SignInErrorException if it does not have the form of a token
   */
  static JsonNode claims(String jwt) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3 || parts[2].isEmpty() || !decode(parts[0]).has("alg")) {
      throw SignInErrorException.of(50027);
    }
    return decode(parts[1]);
  }

  private static JsonNode decode(String part) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(part));
    } catch (IOException | IllegalArgumentException e) {
      throw SignInErrorException.of(50027);
    }
  }
}
