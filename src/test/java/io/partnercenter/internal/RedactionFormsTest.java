package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in every form and every encoding, and texts that are none. */
@DisplayName("C79: no form and no encoding hides a secret")
class RedactionFormsTest {
  /** Ways to write a secret: {@code %s} stands for it, and what is around it is not secret. */
  private static final List<String> FORMS =
      List.of(
          "sig=%s",
          "?sv=2021-08-06&sig=%s&se=2026",
          "\"sig\":\"%s\"",
          "{\"sig\" : \"%s\", \"se\":1}",
          "accessToken=%s",
          "\"accessToken\":\"%s\"",
          "access_token=%s",
          "access-token: %s",
          "\"refreshToken\":\"%s\"",
          "refresh_token=%s&x=1",
          "id_token=%s",
          "idToken: '%s'",
          "clientSecret=%s",
          "\"client_secret\" : [\"%s\"]",
          "client_assertion=%s",
          "code_verifier=%s",
          "deviceCode: %s",
          "password=%s",
          "userPassword => \"%s\"",
          "PWD=%s",
          "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=%s;EndpointSuffix=core",
          "SharedAccessKey=%s",
          "Ocp-Apim-Subscription-Key: %s",
          "X-Api-Key: %s",
          "Authorization: Bearer %s",
          "bearer   %s, next",
          "the bearer token %s is",
          "Bearer+%s",
          "Authorization: SharedKey account:%s=",
          "\"token\":\"%s\"",
          "secret=%s",
          "<ns:AccessToken id=\"1\">%s</ns:AccessToken>",
          "Set-Cookie: session=%s; Secure",
          "https://user:%s@proxy.example:8080/x",
          "//%s@host/x",
          "proxy user:%s@proxy.example:8080");

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** How a whole text is written inside of another. */
  enum Encoding {
    PLAIN,
    URL,
    URL_TWICE,
    URL_LOWER_CASE,
    JSON,
    JSON_IN_JSON,
    JSON_ESCAPED,
    JSON_ESCAPED_TWICE,
    URL_IN_JSON,
    JSON_IN_URL,
    HTML,
    HTML_IN_JSON;

    String of(String text) {
      return switch (this) {
        case PLAIN -> text;
        case URL -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        case URL_TWICE -> URL.of(URL.of(text));
        case URL_LOWER_CASE -> text.replace("=", "%3d").replace("\"", "%22").replace(":", "%3a");
        case JSON -> json(text);
        case JSON_IN_JSON -> json("{\"m\":\"" + json(text) + "\"}");
        case JSON_ESCAPED -> escaped(text);
        case JSON_ESCAPED_TWICE -> json(escaped(text));
        case URL_IN_JSON -> json(URL.of(text));
        case JSON_IN_URL -> URL.of("{\"m\":\"" + json(text) + "\"}");
        case HTML -> text.replace("&", "&amp;").replace("\"", "&quot;").replace("=", "&#61;");
        case HTML_IN_JSON -> json(HTML.of(text));
      };
    }
  }

  @Property(tries = 4_000)
  @Label("C79: a random secret in a random form, encoding and surrounding never survives")
  void noSecretSurvives(
      @ForAll("secrets") String secret,
      @ForAll("forms") String form,
      @ForAll Encoding encoding,
      @ForAll("surroundings") String before,
      @ForAll("surroundings") String after) {
    String text = before + encoding.of(form.formatted(secret)) + after;

    String shown = Redaction.redact(text);

    assertThat(shown).contains("…");
    for (Encoding each : Encoding.values()) {
      assertThat(shown).as(text).doesNotContain(each.of(secret));
    }
  }

  @Property
  @Label("C79: what is in quotes is blacked out to their end, blanks and quotation marks included")
  void whatIsInQuotesIsBlackedOutToTheirEnd(
      @ForAll("passphrases") String secret, @ForAll Encoding encoding) {
    String text = encoding.of("{\"password\":\"" + json(secret) + "\",\"user\":\"bob\"}");

    String shown = Redaction.redact(text);

    assertThat(shown).as(text).contains("…").contains("bob");
    for (String word : secret.split("[ ,;&\"']", -1)) {
      if (word.length() > 3) assertThat(shown).as(text).doesNotContain(word);
    }
  }

  @Property
  @Label("C79: a name and password in Basic, too")
  void noBasicCredentialsSurvive(@ForAll("secrets") String secret, @ForAll Encoding encoding) {
    String pair =
        Base64.getEncoder().encodeToString(("u:" + secret).getBytes(StandardCharsets.UTF_8));

    assertThat(Redaction.redact(encoding.of("Authorization: Basic " + pair)))
        .doesNotContain(pair, encoding.of(pair));
    assertThat(Redaction.redact(encoding.of("sent Basic " + pair + " to it")))
        .doesNotContain(pair, encoding.of(pair));
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withChars(UNRESERVED.toCharArray())
        .ofMinLength(8)
        .ofMaxLength(80)
        .map(middle -> "q7Z" + middle + "w9K");
  }

  @Provide
  Arbitrary<String> passphrases() {
    return Arbitraries.strings()
        .withChars("abcXYZ019 ,;&\"'".toCharArray())
        .ofMinLength(8)
        .ofMaxLength(60)
        .map(middle -> "q7Zt" + middle + "w9Kx");
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(FORMS);
  }

  @Provide
  Arbitrary<String> surroundings() {
    return Arbitraries.of(
        "",
        " ",
        "\n",
        "it failed: ",
        "{\"code\":\"7\",\"description\":\"",
        "\"}",
        "<p>",
        "</p>",
        ", and ",
        "\\n",
        "%0A",
        "100% of C:\\Users &",
        "grüße \uD83D\uDE00 ",
        "(see ",
        ")");
  }

  @ParameterizedTest
  @DisplayName("C79: the forms that were missed are not missed")
  @ValueSource(
      strings = {
        "?sv=1&sig%3Dhunter2%26se=1",
        "{\"sig\":\"hunter2\"}",
        "sig\\u003dhunter2",
        "{\"accessToken\":\"hunter2\"}",
        "refreshToken=hunter2",
        "clientSecret: hunter2",
        "AccountName=x;AccountKey=hunter2==;EndpointSuffix=y",
        "Authorization: Basic aHVudGVyMjpodW50ZXIy",
        "sent Basic aHVudGVyMjpodW50ZXIy to it",
        "Basic hunter2",
        "https://user:hunter2@proxy.example:8080/",
        "https://hunter2@proxy.example/",
        "https://user:pass/hunter2@proxy.example/",
        "access_token%3Dhunter2",
        "access_token%253Dhunter2",
        "%22refresh_token%22%3A%22hunter2%22",
        "{&quot;client_secret&quot;:&quot;hunter2&quot;}",
        "{\"m\":\"{\\\"p\\\":\\\"{\\\\\\\"password\\\\\\\":\\\\\\\"hunter2\\\\\\\"}\\\"}\"}",
        "\"password\":\"a \\\"hunter2\\\", b\"",
        "\\x73ig=hunter2",
      })
  void theFormsThatWereMissedAreNot(String text) {
    assertThat(Redaction.redact(text))
        .contains("…")
        .doesNotContain("hunter2", "aHVudGVyMjpodW50ZXIy");
  }

  @ParameterizedTest
  @DisplayName("C79: ordinary text stays as it is, in every encoding")
  @ValueSource(
      strings = {
        "a significant amount of design=oak, sign=1 and assign=2",
        "The basic plan costs 5 USD, basic support is included.",
        "Basic authentication is disabled; use basic information.",
        "Microsoft 365 Business Basic P1Y",
        "WWW-Authenticate: Bearer realm=\"x\", error=\"invalid_token\"",
        "The bearer token is missing. Bearer authentication is required.",
        "Mail to alice@contoso.com or mailto:alice@contoso.com.",
        "Contact: alice@contoso.com",
        "https://api.example.com:8443/v1/invoices?size=5&offset=10",
        "https://api.example.com:8443/a@b and http://[::1]:8080/a@b",
        "Unexpected token: was expecting comma",
        "Unrecognized token 'abc': was expecting (JSON String, Number)",
        "The password has expired, and so have all passwords: renew them.",
        "signature mismatch",
        "{\"continuationToken\":\"abc/def==\",\"nextToken\":\"x\"}",
        "eyJ is no token",
        "Rate limit is exceeded. Try again in 57 seconds.",
        "id 5c3e0a6b-1b0c-4f0e-8a2e-6f6d8f0f1d2e",
        "primary key: id, key=value, keys: 7, monkey=ape",
        "The secretary: Bob. No secret at all.",
        "C:\\Users\\nora\\temp is 100% full; Q&A at 5 %",
        "{\"code\":\"900329\",\"description\":\"InvalidAuthenticationToken\"}",
        "Authorization_RequestDenied: Insufficient privileges",
        "SKU DZH318Z0BQ4W:0005, 22.5 h * 3 = 67.5 USD",
        "tokens: 7, tokenized=yes",
      })
  void ordinaryTextStays(String text) {
    for (Encoding encoding : Encoding.values()) {
      String encoded = encoding.of(text);
      assertThat(Redaction.redact(encoded)).as(encoding.name()).isEqualTo(encoded);
    }
  }

  @ParameterizedTest
  @DisplayName("C79: what is blacked out is blacked out no further")
  @ValueSource(
      strings = {
        "sig=hunter2&se=1",
        "{\"password\":\"hunter2\"}",
        "Bearer hunter2",
        "https://user:hunter2@host/x"
      })
  void aSecondTimeChangesNothing(String text) {
    String shown = Redaction.redact(text);

    assertThat(Redaction.redact(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @Timeout(60)
  @DisplayName("C79: a text made to make the search slow is not")
  @ValueSource(
      strings = {
        "eyJ-",
        "eyJaaaaaaaa.",
        "bearer ",
        "bearer token ",
        "password ",
        "password\"",
        "password:\"\\",
        "password='",
        "sig=",
        "sig",
        "basic ",
        "basic a",
        "authorization:",
        "//a:",
        "//",
        "a:",
        "a:b@",
        "cookie: ",
        "<password ",
        "<password>",
        "%25",
        "%2525",
        "\\\\",
        "\\u005c",
        "&amp;",
        "&#38;",
        "access_",
        "token=",
        " ",
        "\"",
      })
  void noTextMakesTheSearchSlow(String piece) {
    String text = piece.repeat((1 << 20) / piece.length());

    assertThat(Redaction.redact(text)).isNotNull();
    assertThat(Redaction.redact("\"password\":\"" + text)).isNotNull();
    assertThat(Redaction.redact("sig=" + text + "@")).isNotNull();
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** As careful libraries write JSON into HTML: all but letters and digits. */
  private static String escaped(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                Character.isLetterOrDigit(c) || c > 0xFFFF
                    ? Character.toString(c)
                    : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }
}
