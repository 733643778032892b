package io.partnercenter.models;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tax receipt for an invoice. Only partners in Taiwan get them; part of {@link Invoice}.
 *
 * @param id identifies the receipt among those of its invoice
 * @param taxReceiptPdfDownloadLink relative address of the PDF, without host and version
 * @param createdDate when the receipt was made; listed in the reference, not seen in an answer
 * @param receiptType what kind of receipt it is; listed in the reference, not seen in an answer
 * @param additionalProperties every other field of the object by its name; never null
 */
public record TaxReceipt(
    @Nullable String id,
    @Nullable String taxReceiptPdfDownloadLink,
    @Nullable OffsetDateTime createdDate,
    @Nullable String receiptType,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public TaxReceipt {
    additionalProperties = Copies.map(additionalProperties);
  }
}
