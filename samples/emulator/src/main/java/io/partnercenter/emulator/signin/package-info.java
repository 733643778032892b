/**
 * The directory that issues tokens, and the token check of the other services.
 *
 * <p>May import {@code server}, the API types of the root package, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.signin;

import org.jspecify.annotations.NullMarked;
