package io.partnercenter.emulator;

/** The kinds of line items, each with its own shape of JSON object. */
public enum LineKind {
  LICENSE_BASED("LicenseBasedLineItem", "office", "billing_line_items", "orderId"),
  USAGE_BASED("UsageBasedLineItem", "azure", "billing_line_items", "detailLineItemId"),
  DAILY_USAGE("DailyUsageLineItem", "azure", "usage_line_items", "orderId"),
  ONE_TIME("OneTimeInvoiceLineItem", "one_time", "billing_line_items", "orderId"),
  DAILY_RATED_USAGE("DailyRatedUsageLineItem", "one_time", "usage_line_items", "resourceUri");

  private final String objectType;
  private final String provider;
  private final String lineItemType;
  private final String keyField;

  LineKind(String objectType, String provider, String lineItemType, String keyField) {
    this.objectType = objectType;
    this.provider = provider;
    this.lineItemType = lineItemType;
    this.keyField = keyField;
  }

  /** The only mark of the kind that every line carries, in its {@code attributes}. */
  public String objectType() {
    return objectType;
  }

  /** The field that differs in all lines of a collection: {@link LineItems#key(long)}. */
  public String keyField() {
    return keyField;
  }

  /** Whether the lines are what an invoice's total is made of; usage only explains it. */
  public boolean isBilling() {
    return lineItemType.equals("billing_line_items");
  }

  /** Whether the lines are paged by continuation token; the others are paged by offset. */
  public boolean isSeekPaged() {
    return provider.equals("one_time");
  }

  /** Returns the provider as the bodies of the service spell it. */
  public String provider() {
    return provider;
  }

  /** Returns the type of line items as the bodies of the service spell it. */
  public String lineItemType() {
    return lineItemType;
  }
}
