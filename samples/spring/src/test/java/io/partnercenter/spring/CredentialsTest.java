package io.partnercenter.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;

/** An app that signs in with its secret, and what of that can be seen from outside. */
final class CredentialsTest {
  private static final Emulator EMULATOR = Emulator.builder().rows(5).start();

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  @DisplayName("C49: the secret of an app is in no endpoint and no line of the log")
  void anAppSignsInAndItsSecretIsNowhereToBeSeen() {
    try (RunningApplication application = RunningApplication.with(Entra.class, app("*"))) {
      ListAppender<ILoggingEvent> log = listen();

      String health = application.text("/actuator/health");

      assertThat(health).contains("\"balance\":");
      assertThat(EMULATOR.tokenRequests()).isEqualTo(1);
      for (String endpoint : List.of("health", "env", "configprops", "metrics", "beans")) {
        assertThat(application.text("/actuator/" + endpoint))
            .as(endpoint)
            .doesNotContain(secrets());
      }
      log.stop();
      assertThat(log.list)
          .isNotEmpty()
          .extracting(ILoggingEvent::getFormattedMessage)
          .filteredOn(line -> Stream.of(secrets()).anyMatch(line::contains))
          .isEmpty();
      assertThat(application.bean(PartnerProperties.class).toString()).doesNotContain(secrets());
    }
  }

  @Test
  void whatIsMissingIsNamedWhenTheApplicationStarts() {
    assertThatThrownBy(
            () ->
                RunningApplication.with(
                    "spring.profiles.active=test", "logging.level.org.springframework=OFF"))
        .rootCause()
        .hasMessageContaining("partner-center.credentials.tenant-id");
  }

  /** Leads what is sent to Entra over https to the emulator. */
  static final class Entra {
    @Bean
    PartnerBuilderCustomizer entra() {
      Transport loopback = new OkHttpTransport(new OkHttpClient());
      return builder -> builder.transport(request -> loopback.send(led(request)));
    }

    private static Request led(Request request) {
      if (!request.isHttps()) return request;
      HttpUrl url =
          request
              .url()
              .newBuilder()
              .scheme("http")
              .host(EMULATOR.baseUrl().getHost())
              .port(EMULATOR.baseUrl().getPort())
              .build();
      return request.newBuilder().url(url).build();
    }
  }

  private static String[] app(String endpoints) {
    return new String[] {
      "spring.profiles.active=test",
      "partner-center.base-url=" + EMULATOR.baseUrl(),
      "partner-center.credentials.tenant-id=" + EMULATOR.tenantId(),
      "partner-center.credentials.client-id=" + EMULATOR.clientId(),
      "partner-center.credentials.client-secret=" + EMULATOR.clientSecret(),
      "management.endpoints.web.exposure.include=" + endpoints
    };
  }

  /** The app's, as it is and as it is sent, and the token that it was given for it. */
  private static String[] secrets() {
    String authorization =
        EMULATOR.requests().stream()
            .map(request -> request.header("Authorization"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    String secret = EMULATOR.clientSecret();
    return new String[] {
      secret,
      URLEncoder.encode(secret, StandardCharsets.UTF_8),
      authorization.substring("Bearer ".length())
    };
  }

  /** Everything that is logged from now on, by whomever; but not also to the console. */
  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.DEBUG);
    return appender;
  }
}
