package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;

/**
 * What a call brought, and how.
 *
 * @param bytes the size of the body it was read from
 */
record Answered<T>(T value, CallFacts call, long bytes) {
  /** How many attempts it took beyond the first. */
  int retries() {
    return call.attempts().size() - 1;
  }
}
