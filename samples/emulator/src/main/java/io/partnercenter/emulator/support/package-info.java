/**
 * Tools that know nothing of Partner Center: JSON, time stamps, bodies in parts, repeatable random
 * numbers and bounded maps.
 *
 * <p>Imports nothing of the emulator.
 */
@NullMarked
package io.partnercenter.emulator.support;

import org.jspecify.annotations.NullMarked;
