/**
 * The web server: sockets, the steps of every request, the response and its headers, and the choice
 * of the service.
 *
 * <p>Services are behind {@link io.partnercenter.emulator.server.Service}. May import {@code
 * faults}, the API types of the root package, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.server;

import org.jspecify.annotations.NullMarked;
