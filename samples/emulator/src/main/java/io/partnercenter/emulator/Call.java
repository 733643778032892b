package io.partnercenter.emulator;

import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A request that has come in, and the fault that it is to meet, if any. */
record Call(RecordedRequest request, @Nullable Fault fault) {
  HttpUrl url() {
    return request.getUrl();
  }

  String method() {
    return request.getMethod();
  }

  /** The server as the client has called it, without a path. */
  String origin() {
    return url().scheme() + "://" + url().host() + ":" + url().port();
  }

  List<String> path() {
    return url().pathSegments();
  }

  QueryParameters query() {
    return QueryParameters.of(url());
  }

  @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }
}
