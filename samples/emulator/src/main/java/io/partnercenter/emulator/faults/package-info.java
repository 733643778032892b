/**
 * The queue of faults, and their effects on sockets and connections.
 *
 * <p>May import the API types of the root package, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.faults;

import org.jspecify.annotations.NullMarked;
