/**
 * What you ask of the asynchronous v2 API on Microsoft Graph: the charges of modern commerce, as
 * files of rows.
 *
 * <p>{@link io.partnercenter.exports.ExportOperations#stream} is all of it in one step. Taken one
 * by one, the steps are: {@code start} asks for an export and returns at once; what it returns can
 * be stored and picked up by another process; {@code await} waits for the files; {@code stream},
 * {@code blobs} and {@code downloadTo} read them.
 */
@NullMarked
package io.partnercenter.exports;

import org.jspecify.annotations.NullMarked;
