package io.partnercenter.models;

/**
 * The billing period that line items of modern commerce, and exports of what is not billed yet, are
 * asked for. For the usage on an invoice, which has but one period, the documentation wants one all
 * the same, and shows {@link #PREVIOUS}.
 */
public enum BillingPeriod {
  /** The period that is running. */
  CURRENT("current"),
  /** The one before it, as long as its invoice is not out. */
  PREVIOUS("previous");

  private final String queryValue;

  BillingPeriod(String queryValue) {
    this.queryValue = queryValue;
  }

  /** The spelling that queries want. */
  public String queryValue() {
    return queryValue;
  }
}
