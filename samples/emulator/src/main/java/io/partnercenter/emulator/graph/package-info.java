/**
 * The exports of Microsoft Graph: operations, manifests, and the storage with the files.
 *
 * <p>May import {@code tenant}, {@code signin}, {@code server}, the API types of the root package,
 * and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.graph;

import org.jspecify.annotations.NullMarked;
