package io.partnercenter.testing;

import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Microsoft Entra on loopback: whatever is sent over https comes here, and all else goes its way.
 */
public final class EntraServer implements AutoCloseable {
  private final PartnerServer server = new PartnerServer();
  private final Transport transport = new OkHttpTransport(new OkHttpClient());

  public Transport transport() {
    return request -> transport.send(request.isHttps() ? toLoopback(request) : request);
  }

  private Request toLoopback(Request request) {
    return request.newBuilder().url(toLoopback(request.url(), server.baseUrl())).build();
  }

  /** The same path and query on {@code loopback}. */
  public static HttpUrl toLoopback(HttpUrl url, URI loopback) {
    return url.newBuilder()
        .scheme("http")
        .host(loopback.getHost())
        .port(loopback.getPort())
        .build();
  }

  /** Answers with an access token that is good for an hour. */
  public EntraServer answersToken(String accessToken) {
    return answers(200, token(accessToken, ""));
  }

  /** Answers with an access token and a new refresh token. */
  public EntraServer answersToken(String accessToken, String refreshToken) {
    return answers(200, token(accessToken, ",\"refresh_token\":\"" + refreshToken + "\""));
  }

  /** Answers with an access token that is good for {@code life}, counted from now. */
  public EntraServer answersToken(String accessToken, Duration life) {
    String seconds = "\"expires_in\":" + life.toSeconds();
    return answers(200, token(accessToken, "").replace("\"expires_in\":3599", seconds));
  }

  public static String token(String accessToken, String more) {
    return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\""
        + accessToken
        + "\""
        + more
        + "}";
  }

  public EntraServer refuses(int status, String error, String description) {
    return answers(
        status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
  }

  public EntraServer answers(int status, String body) {
    server.answersJson(status, body);
    return this;
  }

  /** For all else that can be answered. */
  public PartnerServer http() {
    return server;
  }

  /** The path of each request. */
  public List<String> paths() {
    return server.targets();
  }

  /** The fields of each request. */
  public List<Map<String, String>> forms() {
    return server.requests().stream().map(EntraServer::form).toList();
  }

  /** What each token was asked for; MSAL adds scopes of its own. */
  public List<String> audiences() {
    return forms().stream()
        .flatMap(form -> Stream.of(form.getOrDefault("scope", "").split(" ", -1)))
        .filter(scope -> scope.endsWith("/.default"))
        .map(scope -> scope.replace("/.default", ""))
        .toList();
  }

  private static Map<String, String> form(RecordedRequest request) {
    Map<String, String> fields = new HashMap<>();
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) fields.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
