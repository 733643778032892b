/**
 * The faults that wait for their requests and connections, and their effects on the network.
 *
 * <p>May import the types that users of the emulator write, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.faults;

import org.jspecify.annotations.NullMarked;
