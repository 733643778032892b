package io.partnercenter.console;

import io.partnercenter.models.InvoiceLineItemType;

/** The two types of lines, as the service's queries spell them but for a suffix. */
enum LineType {
  BILLING(InvoiceLineItemType.BILLING_LINE_ITEMS),
  USAGE(InvoiceLineItemType.USAGE_LINE_ITEMS);

  private final InvoiceLineItemType value;

  LineType(InvoiceLineItemType value) {
    this.value = value;
  }

  InvoiceLineItemType value() {
    return value;
  }
}
