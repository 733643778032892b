/** The SDK against the emulator, thousands of times, each drawn from a seed. */
@NullMarked
package io.partnercenter.faults;

import org.jspecify.annotations.NullMarked;
