package io.partnercenter.models;

/**
 * How many lines came of one set of an invoice's line items; part of {@link Completeness}.
 *
 * @param detail the set, as the invoice announced it
 * @param rows its lines, those that could not be read included
 */
public record LineItemCount(InvoiceDetail detail, long rows) {}
