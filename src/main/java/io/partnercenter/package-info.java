/**
 * The door: {@link io.partnercenter.IPartner}, how to build one, and what can be set.
 *
 * <p>The path of a call, from what is written to what is sent:
 *
 * <pre>{@code
 * partner.invoices().summary().get()
 *    |
 *    v
 * InvoiceSummaryOperations     says the path, the query, and what comes back
 *    |
 *    v
 * ServiceClient, Exchange      ids, headers, token; attempts and pauses; status to exception;
 *    |                         JSON to record
 *    v
 * Transport, OkHttpTransport   sends once
 *    |
 *    v
 * OkHttp
 * }</pre>
 */
@NullMarked
package io.partnercenter;

import org.jspecify.annotations.NullMarked;
