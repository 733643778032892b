/**
 * What you catch. Every failure of a call is a {@link io.partnercenter.errors.PartnerException},
 * and one of five kinds: the service refused ({@link
 * io.partnercenter.errors.PartnerServiceException}), no whole answer came ({@link
 * io.partnercenter.errors.PartnerTransportException}), an answer was not understood ({@link
 * io.partnercenter.errors.PartnerDataException}), an export came to nothing ({@link
 * io.partnercenter.errors.PartnerExportException}), or there was no token to be had ({@link
 * io.partnercenter.errors.PartnerAuthenticationException}). Arguments that cannot be right are an
 * {@link IllegalArgumentException} or {@link NullPointerException} before any request; a document
 * that this machine cannot store is a {@link java.io.UncheckedIOException}, for the service has
 * done its part.
 */
@NullMarked
package io.partnercenter.errors;

import org.jspecify.annotations.NullMarked;
