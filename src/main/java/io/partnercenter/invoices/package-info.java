/**
 * What you ask: operations on invoices and their line items. Nouns such as {@code byId(id)} lead
 * further and cost nothing; verbs such as {@code get()} make requests and throw {@link
 * io.partnercenter.errors.PartnerException}. Everything here is immutable and thread-safe, but for
 * the streams, which belong to one thread at a time.
 */
@NullMarked
package io.partnercenter.invoices;

import org.jspecify.annotations.NullMarked;
