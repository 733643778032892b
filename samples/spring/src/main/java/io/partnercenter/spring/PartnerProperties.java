package io.partnercenter.spring;

import io.partnercenter.PartnerCloud;
import io.partnercenter.RetryOptions;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set below {@code partner-center}. Secrets belong into the environment or a vault that
 * Spring reads from, such as {@code PARTNERCENTER_CREDENTIALS_CLIENTSECRET}, not into a file beside
 * the code.
 *
 * @param cloud which cloud the partner is in
 * @param baseUrl where the service is, if not at the cloud's own address
 * @param applicationName the application's name and version, as the service sees it
 * @param deadline how long one call may take in all
 * @param credentials who signs in
 * @param retry when failed attempts are repeated
 * @param unbilledFor how long the sum of unbilled lines is good for
 * @param health how often the service is asked for the health's sake
 */
@ConfigurationProperties("partner-center")
public record PartnerProperties(
    @DefaultValue("global") PartnerCloud cloud,
    @Nullable URI baseUrl,
    @DefaultValue("partnercenter-spring-sample/1.0") String applicationName,
    @DefaultValue("15m") Duration deadline,
    @DefaultValue Credentials credentials,
    @DefaultValue Retry retry,
    @DefaultValue("5m") Duration unbilledFor,
    @DefaultValue Probe health) {

  /**
   * Either a token, or a tenant and an app with its secret.
   *
   * @param token a bearer token from elsewhere; good for as long as it says
   * @param tenantId the partner's tenant
   * @param clientId the app
   * @param clientSecret the app's secret
   */
  public record Credentials(
      @Nullable String token,
      @Nullable String tenantId,
      @Nullable String clientId,
      @Nullable String clientSecret) {

    /** Only what is no secret. */
    @Override
    public String toString() {
      return "Credentials[tenantId=%s, clientId=%s]".formatted(tenantId, clientId);
    }
  }

  /** {@link RetryOptions}, by their names in a file of properties. */
  public record Retry(
      @DefaultValue("4") int maxAttempts,
      @DefaultValue("500ms") Duration firstPause,
      @DefaultValue("30s") Duration longestPause,
      @DefaultValue("5m") Duration longestRetryAfter) {

    RetryOptions options() {
      return new RetryOptions(maxAttempts, firstPause, longestPause, longestRetryAfter);
    }
  }

  /**
   * How the health of the application is found out.
   *
   * @param deadline how long a probe may wait for the service
   * @param upFor how long a balance is good for
   * @param downFor how long a failure is believed before the service is asked again
   */
  public record Probe(
      @DefaultValue("5s") Duration deadline,
      @DefaultValue("5m") Duration upFor,
      @DefaultValue("30s") Duration downFor) {}
}
