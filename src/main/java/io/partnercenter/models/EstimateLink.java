package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of an estimate are to be found: charges of modern commerce that are not on an
 * invoice yet, of one type in one period. {@code estimates().lineItems(link)} follows it.
 *
 * @param type what the estimate is made of
 * @param title a heading, in English
 * @param description a sentence, in English
 * @param period which billing period it is for
 * @param link the unbilled line items, with provider, type, currency and period in its query
 * @param additionalProperties every other field of the object by its name; never null
 */
public record EstimateLink(
    @Nullable EstimateType type,
    @Nullable String title,
    @Nullable String description,
    @Nullable EstimatePeriod period,
    @Nullable Link link,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public EstimateLink {
    additionalProperties = Copies.map(additionalProperties);
  }
}
