package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource is to be found, and how it is asked for.
 *
 * <p>For following by hand only: operations build their own addresses, because some of the links to
 * a next page that the service sends are malformed.
 *
 * @param uri path and query without host and version, such as {@code /invoices/G000012345}
 * @param method the HTTP method; all links in billing say {@code GET}
 * @param headers what to send along: a continuation token on the link to a next page, else empty;
 *     never null
 * @param additionalProperties every other field of the object by its name; never null
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Link(
    @Nullable String uri,
    @Nullable String method,
    List<LinkHeader> headers,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public Link {
    headers = Copies.list(headers);
    additionalProperties = Copies.map(additionalProperties);
  }
}
