package io.partnercenter.emulator.server;

import io.partnercenter.emulator.Fault;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A request with the fault that it takes, if any. */
public record Call(RecordedRequest request, @Nullable Fault fault) {
  public HttpUrl url() {
    return request.getUrl();
  }

  public String method() {
    return request.getMethod();
  }

  /** Returns the server's URL as the client wrote it, without a path. */
  public String origin() {
    return url().scheme() + "://" + url().host() + ":" + url().port();
  }

  public List<String> path() {
    return url().pathSegments();
  }

  public QueryParameters query() {
    return QueryParameters.of(url());
  }

  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }
}
