package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links of a resource or of a page.
 *
 * @param self the object itself; the number in an invoice's own link has its type before it, as in
 *     {@code /invoices/OneTime-G000012345}
 * @param next the page after this one; only pages have it, and the last page does not
 * @param previous the page before this one; defined by the service, but not seen in billing
 * @param additionalProperties every other field of the object by its name; never null
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record ResourceLinks(
    @Nullable Link self,
    @Nullable Link next,
    @Nullable Link previous,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public ResourceLinks {
    additionalProperties = Copies.map(additionalProperties);
  }
}
