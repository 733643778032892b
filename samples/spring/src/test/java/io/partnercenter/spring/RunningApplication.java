package io.partnercenter.spring;

import io.partnercenter.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port of this machine, started as its main method does. */
final class RunningApplication implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String USER = "finance";
  private static final String PASSWORD = "password of the tests";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  private RunningApplication(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** With nothing set but {@code settings}, such as {@code server.port=0}. */
  static RunningApplication with(String... settings) {
    return with(PartnerApplication.class, settings);
  }

  /** With the beans of {@code more}, too. */
  static RunningApplication with(Class<?> more, String... settings) {
    List<String> arguments =
        new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off"));
    arguments.add("--logging.level.root=WARN");
    arguments.add("--spring.security.user.name=" + USER);
    arguments.add("--spring.security.user.password=" + PASSWORD);
    arguments.add("--partner-center.health.deadline=1m"); // A machine may be busy.
    for (String setting : settings) arguments.add("--" + setting);
    return new RunningApplication(
        new SpringApplicationBuilder(PartnerApplication.class, more)
            .run(arguments.toArray(String[]::new)));
  }

  /** As a user of {@code emulator}, which is not the application's own. */
  static RunningApplication against(Emulator emulator, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("spring.profiles.active=test");
    all.add("partner-center.base-url=" + emulator.baseUrl());
    all.add("partner-center.credentials.token=" + emulator.token());
    return with(all.toArray(String[]::new));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JsonNode json(String path) {
    return JSON.readTree(text(path));
  }

  String text(String path) {
    return get(path).body();
  }

  int status(String path) {
    return get(path).statusCode();
  }

  private HttpResponse<String> get(String path) {
    return get(path, BASIC);
  }

  /** Asks as somebody else, or as nobody if {@code authorization} is blank. */
  HttpResponse<String> get(String path, String authorization) {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (!authorization.isBlank()) request.header("Authorization", authorization);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
