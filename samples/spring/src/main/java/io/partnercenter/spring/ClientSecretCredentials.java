package io.partnercenter.spring;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.TokenRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * An app that signs in by itself, with its secret. The partner keeps the token and asks again in
 * time, so there is nothing to remember here. Some operations are closed to apps by themselves; the
 * balance and line items are not.
 */
final class ClientSecretCredentials implements PartnerCredentials {
  private final RestClient directory;
  private final String tenantId;
  private final String clientId;
  private final String clientSecret;

  ClientSecretCredentials(URI authority, String tenantId, String clientId, String clientSecret) {
    this.directory = RestClient.create(authority);
    this.tenantId = tenantId;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  @Override
  public AccessToken token(TokenRequest request) {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(encoded(clientId), encoded(clientSecret), encoded(request.scope()));

    SignedIn answer =
        directory
            .post()
            .uri("/{tenant}/oauth2/v2.0/token", tenantId)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .accept(MediaType.APPLICATION_JSON)
            .body(form.getBytes(StandardCharsets.UTF_8)) // As bytes: text and maps get logged.
            .retrieve()
            .body(SignedIn.class);
    return Objects.requireNonNull(answer, "the directory answered nothing").token();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Read by Spring's Jackson 3, whose annotations are those of the SDK's Jackson 2. */
  private record SignedIn(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("expires_in") long secondsLeft) {

    AccessToken token() {
      return new AccessToken(accessToken, Instant.now().plusSeconds(secondsLeft));
    }

    @Override
    public String toString() {
      return "SignedIn[secondsLeft=" + secondsLeft + "]";
    }
  }
}
