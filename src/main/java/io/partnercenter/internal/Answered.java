package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;

/** What a call brought, and how. */
record Answered<T>(T value, CallFacts call) {
  /** How many attempts it took beyond the first. */
  int retries() {
    return call.attempts().size() - 1;
  }
}
