/**
 * The operations of the v1 API: invoices, balances, line items, links to estimates, and documents.
 *
 * <p>May import {@code tenant}, {@code signin}, {@code server}, the API types of the root package,
 * and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.billing;

import org.jspecify.annotations.NullMarked;
