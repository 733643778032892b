package io.partnercenter.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.partnercenter.internal.Json;
import io.partnercenter.internal.Redaction;
import io.partnercenter.internal.Redirect;
import io.partnercenter.internal.ThrottledSignInException;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends MSAL's requests through the partner's transport. */
final class MsalTransport implements IHttpClient {
  private static final Set<String> SECRETS =
      Set.of("client_secret", "client_assertion", "refresh_token", "device_code");

  /**
   * How long to wait, in seconds, for {@link MsalFailure}. Under the header's own name MSAL would
   * remember it for the whole process, and refuse for that long to ask again.
   */
  static final String WAIT = "partnercenter-retry-after";

  private final Transport transport;

  MsalTransport(Transport transport) {
    this.transport = transport;
  }

  /**
   * @throws IOException if no answer came, or one that says to come back later, which MSAL would
   *     remember for the whole process, and refuse for two minutes to ask again; or one that is not
   *     the token endpoint's, which MSAL would repeat in its log
   */
  @Override
  public IHttpResponse send(HttpRequest request) throws IOException {
    try (Response response = transport.send(okHttp(request))) {
      int status = response.code();
      String host = request.url().getHost();
      if (status == 429 || status >= 500) throw ThrottledSignInException.of(response, host);
      String body = response.body().string();
      ObjectNode json = object(body);
      if (json == null) throw new IOException(host + " answered " + status + unlikeEntra(response));
      HttpResponse answer = new HttpResponse().statusCode(status);
      answer.addHeaders(headers(response).toMultimap());
      return answer.body(response.isSuccessful() ? body : withoutSecrets(json, request));
    }
  }

  private static String unlikeEntra(Response response) {
    String redirect = Redirect.words(response);
    return redirect == null ? " without JSON" : "; " + redirect;
  }

  private static Headers headers(Response response) {
    Headers.Builder headers = response.headers().newBuilder().removeAll("Retry-After");
    if (!response.isSuccessful()
        && ThrottledSignInException.of(response, "")
            instanceof ThrottledSignInException throttled) {
      headers.add(WAIT, Long.toString(throttled.retryAfter().toSeconds()));
    }
    return headers.build();
  }

  private static @Nullable ObjectNode object(String body) {
    try {
      return Json.MAPPER.readTree(body) instanceof ObjectNode object ? object : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Request okHttp(HttpRequest request) {
    String body = request.body();
    // Bytes, for of text OkHttp would add its charset to the content type.
    RequestBody form =
        body == null ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), null);
    Request.Builder builder =
        new Request.Builder().url(request.url()).method(request.httpMethod().methodName, form);
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      builder.header(header.getKey(), header.getValue());
    }
    return builder.build();
  }

  /** Refusals are logged and thrown, and must not repeat what they refuse. */
  private static String withoutSecrets(ObjectNode refusal, HttpRequest request) {
    // Of a refusal without a description MSAL would forget the code and the headers.
    if (refusal.path("error_description").asText().isBlank()) {
      refusal.put("error_description", "no description");
    }
    List<String> secrets = new ArrayList<>();
    for (String field : String.valueOf(request.body()).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals < 0 || !SECRETS.contains(field.substring(0, equals))) continue;
      String secret = URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8);
      String description = refusal.path("error_description").asText();
      secrets.add(secret);
      if (description.isEmpty() || secret.isEmpty()) continue;
      refusal.put("error_description", description.replace(secret, "…"));
    }
    return Redaction.withoutExact(refusal.toString(), secrets);
  }
}
