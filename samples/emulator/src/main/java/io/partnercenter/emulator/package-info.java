/**
 * A Partner Center on loopback: a made-up tenant behind the billing operations of the v1 API, with
 * the service's paging, its checks and its oddities, with the directory that signs its callers in,
 * and with faults that can be switched on.
 *
 * <p>It is written from what is known of the wire and shares no code with any client, so that a
 * client that misreads the wire is found out.
 *
 * <p>Start at {@link io.partnercenter.emulator.Emulator}; what it should get wrong on purpose is a
 * {@link io.partnercenter.emulator.Fault}; what a right answer adds up to is in its {@link
 * io.partnercenter.emulator.Tenant}.
 */
@NullMarked
package io.partnercenter.emulator;

import org.jspecify.annotations.NullMarked;
