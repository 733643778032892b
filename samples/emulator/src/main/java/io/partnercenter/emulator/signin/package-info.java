/**
 * The directory that issues tokens, and the check of tokens by the other services.
 *
 * <p>May import {@code server}, the types that users of the emulator write, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.signin;

import org.jspecify.annotations.NullMarked;
