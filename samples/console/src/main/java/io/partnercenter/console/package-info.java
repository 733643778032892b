/**
 * Balance, invoices and line items on the command line.
 *
 * <p>{@link io.partnercenter.console.PartnerConsole} takes the arguments apart; each sub-command is
 * a class that asks the SDK through a {@code Connection} and says what it got through an {@code
 * Output}.
 */
@NullMarked
package io.partnercenter.console;

import org.jspecify.annotations.NullMarked;
