package io.partnercenter.models;

/** The billing period that unbilled line items are asked for. */
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
