package io.partnercenter.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.internal.Json;
import io.partnercenter.models.DailyRatedUsageLineItem;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.ResourceLinks;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What it is measured by: the least that brings the same records, without a retry, a check, an id
 * or a word about what went wrong. It has the SDK's own mapper, since no other reads these records.
 */
final class BareClient implements AutoCloseable {
  private static final ObjectReader PAGE = Json.MAPPER.readerFor(Page.class);
  private static final ObjectReader SUMMARY = Json.MAPPER.readerFor(InvoiceSummary.class);

  private final OkHttpClient client = new OkHttpClient();
  private final HttpUrl invoices;
  private final String authorization;

  BareClient(URI baseUrl, String token) {
    this.invoices =
        HttpUrl.get(baseUrl.toString()).newBuilder().addPathSegments("v1/invoices").build();
    this.authorization = "Bearer " + token;
  }

  /** The part of an answer that a loop over pages needs. */
  record Page(
      List<DailyRatedUsageLineItem> items,
      @Nullable String continuationToken,
      @Nullable ResourceLinks links) {
    @Nullable String token() {
      if (links == null || links.next() == null) return null;
      return links.next().headers().isEmpty()
          ? continuationToken
          : links.next().headers().get(0).value();
    }
  }

  InvoiceSummary summary() throws IOException {
    return get(invoices.newBuilder().addPathSegment("summary").build(), null, SUMMARY);
  }

  void usage(Consumer<Page> consumer) throws IOException {
    HttpUrl first =
        invoices
            .newBuilder()
            .addPathSegments("unbilled/lineitems")
            .addQueryParameter("provider", "onetime")
            .addQueryParameter("invoicelineitemtype", "usagelineitems")
            .addQueryParameter("currencycode", "EUR")
            .addQueryParameter("period", "current")
            .addQueryParameter("size", Integer.toString(UsagePages.ROWS))
            .build();
    HttpUrl following = first.newBuilder().addQueryParameter("seekOperation", "Next").build();
    Page page = get(first, null, PAGE);
    consumer.accept(page);
    while (page.token() != null) {
      page = get(following, page.token(), PAGE);
      consumer.accept(page);
    }
  }

  private <T> T get(HttpUrl url, @Nullable String token, ObjectReader reader) throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .header("Authorization", authorization);
    if (token != null) request.header("MS-ContinuationToken", token);
    try (Response response = client.newCall(request.build()).execute()) {
      return reader.readValue(response.body().bytes());
    }
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
