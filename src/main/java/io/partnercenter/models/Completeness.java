package io.partnercenter.models;

import java.util.List;

/**
 * What came of the sets of line items that an invoice announced.
 *
 * @param invoiceId the invoice's number
 * @param sets each set with the number of its lines, in the invoice's order; none if the invoice
 *     announced none
 */
public record Completeness(String invoiceId, List<LineItemCount> sets) {
  /** Keeps a copy of the list. */
  public Completeness {
    sets = List.copyOf(sets);
  }

  /**
   * Whether something was announced, and of everything that was announced something came. How many
   * lines a set should have the service does not say; its sum is on the invoice.
   */
  public boolean isComplete() {
    return !sets.isEmpty() && missing().isEmpty();
  }

  /** The sets that were announced and of which not one line came. */
  public List<InvoiceDetail> missing() {
    return sets.stream().filter(set -> set.rows() == 0).map(LineItemCount::detail).toList();
  }

  /** How many lines came, those that could not be read included. */
  public long rows() {
    return sets.stream().mapToLong(LineItemCount::rows).sum();
  }
}
