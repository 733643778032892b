/**
 * The web server: sockets, the steps of every request, the response and its headers, and the route
 * to a service.
 *
 * <p>Knows services only as {@link io.partnercenter.emulator.server.Service}. May import {@code
 * faults}, the types that users of the emulator write, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.server;

import org.jspecify.annotations.NullMarked;
