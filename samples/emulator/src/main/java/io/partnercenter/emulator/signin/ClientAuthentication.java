package io.partnercenter.emulator.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;

/** The authentication of an app by its secret or by an assertion. */
record ClientAuthentication(Directory directory, InstantSource clock) {
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** Throws unless the app is known. */
  void checkClientId(SignInForm form) {
    if (!form.required("client_id").equalsIgnoreCase(directory.clientId())) {
      throw SignInErrorException.of(700016);
    }
  }

  /**
   * Throws unless the app is known and authenticated.
   *
   * @param codeIfMissing the error if the form has neither a secret nor an assertion
   */
  void authenticate(SignInForm form, int codeIfMissing) {
    checkClientId(form);
    String secret = form.value("client_secret");
    String assertion = form.value("client_assertion");
    if (secret != null) {
      if (!secret.equals(directory.clientSecret())) throw SignInErrorException.of(7000215);
    } else if (assertion != null) {
      if (!form.required("client_assertion_type").equals(ASSERTION_TYPE)) {
        throw SignInErrorException.of(50027);
      }
      checkAssertion(Jwt.claims(assertion));
    } else {
      throw SignInErrorException.of(codeIfMissing);
    }
  }

  private void checkAssertion(JsonNode claims) {
    long now = clock.instant().getEpochSecond();
    String clientId = directory.clientId();
    if (!claims.path("iss").asText().equals(clientId)
        || !claims.path("sub").asText().equals(clientId)) {
      throw SignInErrorException.of(700021);
    }
    if (!isTokenEndpoint(claims.path("aud").asText())) throw SignInErrorException.of(700023);
    if (claims.path("exp").asLong() <= now || claims.path("nbf").asLong() > now + 300) {
      throw SignInErrorException.of(700024);
    }
  }

  /** The host does not matter: the client may have been redirected here from the real directory. */
  private static boolean isTokenEndpoint(String audience) {
    return audience.matches("https?://[^/]+/[^/]+/oauth2/(v2\\.0/)?token");
  }
}
