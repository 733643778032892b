package io.partnercenter.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The values that one partner must not show: the tokens it has sent, and what it has signed in
 * with. The service may repeat them, and many have no look by which they could be told. Remembers
 * the last few; thread-safe.
 */
public final class KnownSecrets {
  /** Two audiences, with a few renewals each. */
  private static final int KEPT = 32;

  /** Sign-ins are small. */
  private static final long LARGEST_FORM = 64 << 10;

  /** The fields of an answer to a sign-in that are worth as much as a password. */
  private static final Set<String> ANSWERED =
      Set.of("access_token", "refresh_token", "id_token", "device_code");

  /** The same of a sign-in. */
  private static final Set<String> SENT =
      Set.of(
          "refresh_token",
          "client_secret",
          "client_assertion",
          "assertion",
          "device_code",
          "code",
          "code_verifier",
          "password");

  /** Headers of the caller's that may be keys, such as that of a gateway. */
  private static final Pattern KEY_HEADER =
      Pattern.compile("(?i).*(key|token|secret|auth|password|cookie).*");

  private static final Set<String> OWN_HEADERS =
      Set.of("authorization", "ms-continuationtoken", "user-agent");

  private final Set<String> values = new LinkedHashSet<>();

  /** Remembers {@code secret}, if it is long enough to be one. */
  synchronized void remember(@Nullable String secret) {
    if (secret == null || secret.length() < Redactor.SHORTEST_SECRET) return;
    values.remove(secret);
    values.add(secret);
    if (values.size() > KEPT) values.remove(values.iterator().next());
  }

  /** Remembers what {@code signIn} proves itself with. */
  void rememberSent(Request signIn) {
    in(signIn).forEach(this::remember);
    RequestBody body = signIn.body();
    if (body == null || body.isOneShot() || body.isDuplex()) return;
    try {
      if (body.contentLength() < 0 || body.contentLength() > LARGEST_FORM) return;
      Buffer form = new Buffer();
      body.writeTo(form);
      for (String field : form.readUtf8().split("&", -1)) rememberField(field);
    } catch (IOException | IllegalArgumentException e) {
      // It will fail again when it is sent, or is not a form.
    }
  }

  private void rememberField(String field) {
    int equals = field.indexOf('=');
    if (equals < 0 || !SENT.contains(field.substring(0, equals))) return;
    remember(URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
  }

  /** Remembers the tokens in the answer to a sign-in. */
  void rememberAnswered(ResponseBody body) {
    try {
      JsonNode answer = Json.MAPPER.readTree(body.bytes());
      if (answer == null || !answer.isObject()) return;
      for (String field : ANSWERED) remember(answer.path(field).textValue());
    } catch (IOException | NumberFormatException e) {
      // Not the token endpoint's answer.
    }
  }

  /** Blacks out these and the secrets of {@code request}, which {@code known} may be without. */
  static Redactor redactor(@Nullable KnownSecrets known, Request request) {
    List<String> secrets = in(request);
    if (known != null) secrets.addAll(known.values());
    return new Redactor(secrets);
  }

  /** Blacks out these. */
  Redactor redactor() {
    return new Redactor(values());
  }

  private synchronized List<String> values() {
    return new ArrayList<>(values);
  }

  /** The token, the signature, and keys in headers of the caller's. */
  private static List<String> in(Request request) {
    List<String> secrets = new ArrayList<>();
    String authorization = request.header("Authorization");
    if (authorization != null) {
      secrets.add(authorization.substring(authorization.indexOf(' ') + 1));
    }
    for (String signature : request.url().queryParameterValues("sig")) {
      if (signature != null) secrets.add(signature);
    }
    Headers headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i).toLowerCase(Locale.ROOT);
      if (!OWN_HEADERS.contains(name) && KEY_HEADER.matcher(name).matches()) {
        secrets.add(headers.value(i));
      }
    }
    return secrets;
  }
}
