/**
 * The made-up data of one partner: customers, products, invoices, line items and their money, with
 * the JSON of line items.
 *
 * <p>Knows no server. May import the types that users of the emulator write, and {@code support}.
 */
@NullMarked
package io.partnercenter.emulator.tenant;

import org.jspecify.annotations.NullMarked;
