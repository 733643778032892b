package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.QueryParameters;
import java.util.Map;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The fields of a form for a token endpoint. */
record SignInForm(QueryParameters fields) {
  private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** Reads a form. A body of another media type has no fields; some clients send no media type. */
  static SignInForm of(Call call) {
    String type = call.header("Content-Type");
    ByteString body = call.request().getBody();
    if (body == null || type != null && !type.startsWith(MEDIA_TYPE)) {
      return new SignInForm(new QueryParameters(Map.of()));
    }
    // A form has the syntax of a URL's query.
    HttpUrl url = call.url().newBuilder().encodedQuery(body.utf8()).build();
    return new SignInForm(QueryParameters.of(url));
  }

  @Nullable String value(String name) {
    return fields.value(name);
  }

  String required(String name) {
    String value = value(name);
    if (value == null) throw SignInErrorException.missing(name);
    return value;
  }
}
