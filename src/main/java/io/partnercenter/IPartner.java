package io.partnercenter;

import io.partnercenter.exports.ExportCollectionOperations;
import io.partnercenter.invoices.InvoiceCollectionOperations;

/**
 * A partner's account at Microsoft Partner Center: the door to everything else. Build one for each
 * tenant and keep it; it is thread-safe, and nothing in it is shared with another.
 *
 * <pre>{@code
 * try (IPartner partner =
 *     IPartner.builder().credentials(PartnerCredentials.bearer(vault::token)).build()) {
 *   InvoiceSummary balance = partner.invoices().summary().get();
 * }
 * }</pre>
 *
 * <p>An interface, so that code which uses it can be tested with another one. What nouns such as
 * {@code invoices()} return costs nothing; only verbs such as {@code get} make requests.
 */
public interface IPartner extends AutoCloseable {
  /**
   * Begins a partner; only {@link
   * PartnerBuilder#credentials(io.partnercenter.credentials.PartnerCredentials) credentials} have
   * no default.
   */
  static PartnerBuilder builder() {
    return new PartnerBuilder();
  }

  /** Balance, invoices and their line items. */
  InvoiceCollectionOperations invoices();

  /**
   * Charges of modern commerce as files of rows, from Microsoft Graph: the only place for billed
   * ones since April 2025, and for unbilled ones since March 2026.
   *
   * @throws UnsupportedOperationException in clouds that have no such exports, which are all but
   *     the global one, and where only a {@code baseUrl} was named; the message says what there is
   */
  ExportCollectionOperations exports();

  /**
   * The same partner in a scope of its own: with its own correlation id and with {@code options}
   * over what is set here. It shares connections, tokens and threads with this one, costs next to
   * nothing, and need not be closed.
   */
  IPartner with(RequestOptions options);

  /**
   * Ends what the builder created: calls under way fail, also those that pause or sign in, and idle
   * connections are closed. Transports, clients and executors that were handed in stay open, and a
   * request that is under way there comes to its own end, but is not repeated. Closing twice, or
   * closing a scope made by {@link #with}, does nothing.
   */
  @Override
  void close();
}
