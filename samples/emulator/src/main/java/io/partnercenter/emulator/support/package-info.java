/**
 * General code without knowledge of Partner Center: JSON, times, response bodies, repeatable random
 * numbers and caches.
 *
 * <p>Imports no other package of the emulator.
 */
@NullMarked
package io.partnercenter.emulator.support;

import org.jspecify.annotations.NullMarked;
