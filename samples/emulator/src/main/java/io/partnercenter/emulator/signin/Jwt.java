package io.partnercenter.emulator.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.emulator.support.JsonWriter;
import java.io.IOException;
import java.util.Base64;
import java.util.function.Consumer;

/** Tokens of three parts that clients can look into. Nobody signs them, and nobody checks that. */
final class Jwt {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encode(json -> json.text("typ", "JWT").text("alg", "none"));

  private Jwt() {}

  static String of(Consumer<JsonWriter> claims) {
    return HEADER + "." + encode(claims) + "." + BASE64.encodeToString("unsigned".getBytes(UTF_8));
  }

  /** An object as base64url, which is also how information on the client is given. */
  static String encode(Consumer<JsonWriter> fields) {
    return BASE64.encodeToString(
        JsonWriter.bytes(
            json -> {
              fields.accept(json.begin());
              json.end();
            }));
  }

  /** The claims of somebody else's token, if it has the form of one. */
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
