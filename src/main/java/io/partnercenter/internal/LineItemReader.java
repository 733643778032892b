package io.partnercenter.internal;

import static io.partnercenter.internal.LineItemKind.UNRECOGNIZED;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.ResourceAttributes;
import io.partnercenter.models.UnrecognizedLineItem;
import java.io.IOException;

/**
 * Reads line items. What was asked for says which kind to expect, so a row is read once, as that;
 * only a row that then says it is of another kind is read again, as the other.
 */
public final class LineItemReader<T extends InvoiceLineItem> implements RowReader<T> {
  private final Class<T> wanted;
  private final LineItemKind expected;

  /** For the rows of a query for that provider's lines of that type. */
  public LineItemReader(Class<T> wanted, BillingProvider provider, InvoiceLineItemType type) {
    this.wanted = wanted;
    this.expected = LineItemKind.of(provider, type);
  }

  @Override
  public T read(JsonParser parser, RowBytes row) throws IOException, UnreadableAnswer {
    InvoiceLineItem item = readAsExpected(parser, row);
    if (item == null) throw UnreadableAnswer.row(row.index(), "it is null");
    LineItemKind kind = kindOf(item);
    if (kind != expected) {
      if (!wanted.isAssignableFrom(kind.type())) throw otherKind(row, kind, item);
      item = row.readAgain(kind.reader(), kind.type());
    }
    return wanted.cast(item);
  }

  /**
   * The row, or, if it cannot be read and says that it is of another kind, what it says of that.
   */
  private InvoiceLineItem readAsExpected(JsonParser parser, RowBytes row) throws IOException {
    try {
      return expected.reader().readValue(parser);
    } catch (JsonMappingException e) {
      if (UnreadableAnswer.isBroken(e)) throw e;
      row.skip();
      InvoiceLineItem bare = row.readAgain(UNRECOGNIZED.reader(), UnrecognizedLineItem.class);
      if (kindOf(bare) == expected) throw e;
      return bare;
    }
  }

  /** What the row calls itself comes first, then what was asked for, then the fields of its own. */
  private LineItemKind kindOf(InvoiceLineItem item) {
    ResourceAttributes attributes = item.attributes();
    String objectType = attributes == null ? null : attributes.objectType();
    if (objectType != null && !objectType.isBlank()) {
      LineItemKind named = LineItemKind.named(objectType);
      // A name that is new to us is no reason to refuse what was asked for by its type.
      boolean unheardOf = named == UNRECOGNIZED;
      return unheardOf && wanted != InvoiceLineItem.class ? expected : named;
    }
    if (expected != UNRECOGNIZED) return expected;
    return LineItemKind.of(item.billingProvider(), item.invoiceLineItemType());
  }

  private UnreadableAnswer otherKind(RowBytes row, LineItemKind kind, InvoiceLineItem item) {
    return UnreadableAnswer.row(
        row.index(),
        "it is a "
            + kind.type().getSimpleName()
            + " from "
            + item.billingProvider()
            + ", where "
            + wanted.getSimpleName()
            + " was asked for");
  }
}
