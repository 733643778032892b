package io.partnercenter.internal;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the {@code MS-CV} of each request: a root for the scope, and a number for the request, such
 * as {@code 6cXTT0VwSEyJ3xMXyXhCrg.7}. Microsoft's tracing puts requests in order by it.
 */
final class CorrelationVector {
  private static final int ROOT_LENGTH = 22; // 16 bytes in Base64 without padding.

  private final String root;
  private final AtomicInteger next = new AtomicInteger();

  CorrelationVector(String root) {
    this.root = root;
  }

  static CorrelationVector create() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return new CorrelationVector(
        Base64.getEncoder().encodeToString(bytes).substring(0, ROOT_LENGTH));
  }

  String next() {
    return root + "." + next.getAndIncrement();
  }
}
