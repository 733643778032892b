package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.QueryParameters;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.Invoice;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The list of invoices. Legacy invoices are paged by {@code size} and {@code offset}. Modern
 * invoices are not paged; they all come with the first page.
 */
final class InvoiceListHandler {
  private static final int DEFAULT_SIZE = 200;

  private final BillingAccount account;

  InvoiceListHandler(BillingAccount account) {
    this.account = account;
  }

  Response handle(Call call) {
    QueryParameters query = call.query();
    int size = query.number("size", DEFAULT_SIZE, 1, Integer.MAX_VALUE);
    int offset = query.number("offset", 0, 0, Integer.MAX_VALUE);
    List<Invoice> legacy = matching(query, account.legacyInvoices());
    List<Invoice> modern = matching(query, account.modernInvoices());

    // A request for modern invoices only gets all of them at any offset.
    boolean withModern = offset == 0 || legacy.isEmpty();
    List<Invoice> page =
        Stream.concat(
                legacy.stream().skip(offset).limit(size),
                withModern ? modern.stream() : Stream.empty())
            .toList();
    long next = call.fault() instanceof Fault.RepeatedCursor ? offset : (long) offset + size;
    boolean hasNext = (long) offset + size < legacy.size();
    return CollectionResponse.of(
        page.size(), items(page), json -> links(json, call, hasNext, next));
  }

  private static List<Invoice> matching(QueryParameters query, List<Invoice> invoices) {
    return invoices.stream().filter(filter(query)).toList();
  }

  private static Predicate<Invoice> filter(QueryParameters query) {
    String filter = query.value("filter");
    String type = query.value("invoiceType");
    Predicate<Invoice> byDate = filter == null ? invoice -> true : InvoiceFilter.parse(filter);
    return type == null ? byDate : byDate.and(ofType(type));
  }

  private static Predicate<Invoice> ofType(String type) {
    String requested = type.replace("_", "");
    if (!List.of("recurring", "onetime").contains(requested.toLowerCase(Locale.ROOT))) {
      throw ApiErrorException.unknownValue("invoiceType", type);
    }
    return invoice -> invoice.invoiceType().equalsIgnoreCase(requested);
  }

  private static byte[] items(List<Invoice> invoices) {
    return JsonWriter.bytes(json -> invoices.forEach(invoice -> InvoiceJson.listed(json, invoice)));
  }

  private static void links(JsonWriter json, Call call, boolean hasNext, long nextOffset) {
    json.begin("links").link("self", PageLinks.self(call));
    if (hasNext) json.link("next", PageLinks.withOffset(call, Long.toString(nextOffset)));
    json.end();
  }
}
