package io.partnercenter.internal;

import org.jspecify.annotations.Nullable;

/**
 * A service that calls are made to, and what is known of it.
 *
 * @param tokens none for storage, where the address itself is the key
 */
public record Endpoint(
    Dialect dialect, ServiceAddress address, @Nullable TokenCache tokens, Pacing pacing) {}
