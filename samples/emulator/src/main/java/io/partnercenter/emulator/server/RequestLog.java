package io.partnercenter.emulator.server;

import io.partnercenter.emulator.EmulatorRequest;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** A log that counts all requests and keeps the last 10,000. Thread-safe. */
public final class RequestLog {
  private static final int MAX_REQUESTS = 10_000;
  private static final int MAX_PATHS = 10_000;

  private final Deque<EmulatorRequest> requests = new ArrayDeque<>();
  private final Map<String, Integer> countsByPath = new HashMap<>();
  private int count;
  private int blobRequestsWithAuthorization;

  synchronized void add(RecordedRequest recorded) {
    EmulatorRequest request =
        new EmulatorRequest(
            recorded.getMethod(), recorded.getTarget(), headers(recorded.getHeaders()));
    count++;
    if (request.path().startsWith("/blobs/") && request.header("Authorization") != null) {
      blobRequestsWithAuthorization++;
    }
    if (countsByPath.size() < MAX_PATHS || countsByPath.containsKey(request.path())) {
      countsByPath.merge(request.path(), 1, Integer::sum);
    }
    requests.add(request);
    if (requests.size() > MAX_REQUESTS) requests.remove();
  }

  public synchronized int count() {
    return count;
  }

  public synchronized int count(String path) {
    return countsByPath.getOrDefault(path, 0);
  }

  /** Returns the number of requests for files with an {@code Authorization} header. */
  public synchronized int countBlobRequestsWithAuthorization() {
    return blobRequestsWithAuthorization;
  }

  /** Returns the number of requests whose path ends with the given text. */
  public synchronized int countEndingWith(String end) {
    return countsByPath.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(end))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  public synchronized List<EmulatorRequest> requests() {
    return List.copyOf(requests);
  }

  private static Map<String, String> headers(Headers headers) {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < headers.size(); i++) {
      map.put(headers.name(i), headers.value(i));
    }
    return Collections.unmodifiableMap(map);
  }
}
