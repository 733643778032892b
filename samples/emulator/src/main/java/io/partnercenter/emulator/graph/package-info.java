/**
 * The exports of Microsoft Graph: operations, manifests, and the storage that serves the files.
 *
 * <p>May import {@code tenant}, {@code signin}, {@code server}, the types that users of the
 * emulator write, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.graph;

import org.jspecify.annotations.NullMarked;
