package io.partnercenter.emulator;

import org.jspecify.annotations.Nullable;

/** The line items of an invoice, or those that are not billed yet, page by page. */
final class LineItemsHandler {
  private static final String TOKEN = "MS-ContinuationToken";

  private final Tenant tenant;
  private final RenderedLineCache rendered;

  LineItemsHandler(Tenant tenant, RenderedLineCache rendered) {
    this.tenant = tenant;
    this.rendered = rendered;
  }

  Response answer(String invoiceId, Call call) {
    LineItemsQuery asked = LineItemsQuery.of(invoiceId, call.query());
    LineItems lines = find(asked);
    return asked.kind().isSeekPaged() ? seek(asked, lines, call) : byOffset(asked, lines, call);
  }

  /** What an invoice does not have, or not in that currency, is an empty collection. */
  private @Nullable LineItems find(LineItemsQuery asked) {
    String currency = asked.currencyCode();
    Period period = asked.period();
    if (asked.isUnbilled() && currency != null && period != null) {
      return tenant.unbilled(asked.kind(), currency, period).orElse(null);
    }
    return tenant
        .find(asked.invoiceId())
        .orElseThrow(() -> ApiErrorException.notFound("Invoice " + asked.invoiceId()))
        .lineItems(asked.kind())
        .filter(lines -> currency == null || currency.equals(lines.currencyCode()))
        .orElse(null);
  }

  private Response byOffset(LineItemsQuery asked, @Nullable LineItems lines, Call call) {
    int offset = call.query().number("offset", 0, 0, Integer.MAX_VALUE);
    LineItemPage page = LineItemPage.of(lines, asked, offset);
    long next = call.fault() instanceof Fault.RepeatedCursor ? offset : page.end();
    return CollectionResponse.of(
        page.announcedCount(),
        shown(page, asked, call).items(rendered),
        json -> PageLinks.byOffset(json, call, page, next));
  }

  private Response seek(LineItemsQuery asked, @Nullable LineItems lines, Call call) {
    String query = call.url().encodedPath() + "?" + call.query().canonical();
    ContinuationToken here = here(call, query);
    LineItemPage whole = LineItemPage.of(lines, asked, here.position());
    LineItemPage page = call.fault() instanceof Fault.EmptyPage ? whole.emptied() : whole;
    String next = next(call, page, here).text(query);
    return CollectionResponse.of(
        page.announcedCount(),
        shown(page, asked, call).items(rendered),
        json -> PageLinks.seek(json, call, page, next));
  }

  /** Mostly the page itself. */
  private static LineItemPage shown(LineItemPage page, LineItemsQuery asked, Call call) {
    if (!(call.fault() instanceof ResponseFault.RepeatedRows)) return page;
    return LineItemPage.of(page.lines(), asked, Math.max(0, page.position() - asked.size()));
  }

  private static ContinuationToken here(Call call, String query) {
    String seekOperation = call.query().value("seekOperation");
    String token = call.header(TOKEN);
    if (seekOperation == null && token == null) return new ContinuationToken(0, 0);
    if (seekOperation == null) throw ApiErrorException.missingInput("seekOperation");
    if (!seekOperation.equalsIgnoreCase("Next")) {
      throw ApiErrorException.unknownValue("seekOperation", seekOperation);
    }
    if (token == null) throw ApiErrorException.missingInput(TOKEN);
    return ContinuationToken.read(token, query);
  }

  private static ContinuationToken next(Call call, LineItemPage page, ContinuationToken here) {
    if (call.fault() instanceof Fault.RepeatedCursor) return here;
    return new ContinuationToken(page.end(), page.count() == 0 ? here.turn() + 1 : 0);
  }
}
