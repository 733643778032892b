/**
 * A Partner Center on loopback: a made-up tenant behind the billing operations of the v1 API, with
 * the service's paging, its checks and its oddities; the same lines behind the exports of Microsoft
 * Graph, with operations to wait for and files to fetch; the directory that signs callers in; and
 * faults that can be switched on.
 *
 * <p>It is written from what is known of the wire and shares no code with any client, so that a
 * client that misreads the wire is found out.
 *
 * <p>Start at {@link io.partnercenter.emulator.Emulator}; what it should get wrong on purpose is a
 * {@link io.partnercenter.emulator.Fault}; how exports look is in {@link
 * io.partnercenter.emulator.ExportOptions}; what a right answer adds up to is in its {@link
 * io.partnercenter.emulator.Tenant}.
 */
@NullMarked
package io.partnercenter.emulator;

import org.jspecify.annotations.NullMarked;
