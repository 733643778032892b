package io.partnercenter.transport;

import java.time.Duration;

/**
 * How long one attempt may take, from connecting to the last byte of the body.
 *
 * @param value more than zero
 */
public record AttemptTimeout(Duration value) {}
