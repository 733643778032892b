package io.partnercenter.emulator;

/** A kind of line items, with its own JSON object. */
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

  /**
   * Returns the type in the line's {@code attributes}. No other field states the kind in every
   * line.
   */
  public String objectType() {
    return objectType;
  }

  /**
   * Returns the name of the field that identifies a line in its collection; see {@link
   * LineItems#key(long)}.
   */
  public String keyField() {
    return keyField;
  }

  /** Returns whether the lines add up to the invoice's total. The other kinds explain usage. */
  public boolean isBilling() {
    return lineItemType.equals("billing_line_items");
  }

  /** Returns whether the lines are paged by continuation token. The others are paged by offset. */
  public boolean isSeekPaged() {
    return provider.equals("one_time");
  }

  /** Returns the provider as response bodies spell it. */
  public String provider() {
    return provider;
  }

  /** Returns the line item type as response bodies spell it. */
  public String lineItemType() {
    return lineItemType;
  }
}
