/**
 * The made-up data of one partner: customers, products, invoices, line items and amounts, and the
 * JSON of line items.
 *
 * <p>May import the API types of the root package, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.tenant;

import org.jspecify.annotations.NullMarked;
