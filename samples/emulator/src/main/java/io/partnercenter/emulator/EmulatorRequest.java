package io.partnercenter.emulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the emulator received.
 *
 * @param target path and query, encoded as they were sent
 * @param headers the last value of each header; the case of names does not matter
 */
public record EmulatorRequest(String method, String target, Map<String, String> headers) {
  /** Returns the target without the query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Returns a header's value, or null if the request did not have it. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
