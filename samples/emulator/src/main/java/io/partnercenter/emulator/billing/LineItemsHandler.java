package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.ResponseFault;
import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.LineCollection;
import org.jspecify.annotations.Nullable;

/** The line items of an invoice, or unbilled line items, page by page. */
final class LineItemsHandler {
  private static final String TOKEN_HEADER = "MS-ContinuationToken";

  private final BillingAccount account;
  private final RenderedLineCache lineCache;

  LineItemsHandler(BillingAccount account, RenderedLineCache lineCache) {
    this.account = account;
    this.lineCache = lineCache;
  }

  Response handle(String invoiceId, Call call) {
    LineItemsQuery query = LineItemsQuery.of(invoiceId, call.query());
    LineCollection lines = find(query);
    return query.kind().isSeekPaged() ? byToken(query, lines, call) : byOffset(query, lines, call);
  }

  /** Returns the lines, or null if the invoice has none of the kind or in the currency. */
  private @Nullable LineCollection find(LineItemsQuery query) {
    String currency = query.currencyCode();
    Period period = query.period();
    if (query.isUnbilled() && currency != null && period != null) {
      return account.unbilled(query.kind(), currency, period).orElse(null);
    }
    return account
        .find(query.invoiceId())
        .orElseThrow(() -> ApiErrorException.notFound("Invoice " + query.invoiceId()))
        .lineItems(query.kind())
        .filter(lines -> currency == null || currency.equals(lines.currencyCode()))
        .orElse(null);
  }

  private Response byOffset(LineItemsQuery query, @Nullable LineCollection lines, Call call) {
    int offset = call.query().number("offset", 0, 0, Integer.MAX_VALUE);
    LineItemPage page = LineItemPage.of(lines, query, offset);
    long next = call.fault() instanceof Fault.RepeatedCursor ? offset : page.end();
    return CollectionResponse.of(
        page.totalCount(),
        served(page, query, call).items(lineCache),
        json -> PageLinks.byOffset(json, call, page, next));
  }

  private Response byToken(LineItemsQuery query, @Nullable LineCollection lines, Call call) {
    String canonicalQuery = call.url().encodedPath() + "?" + call.query().canonical();
    ContinuationToken token = token(call, canonicalQuery);
    LineItemPage fullPage = LineItemPage.of(lines, query, token.position());
    LineItemPage page =
        call.fault() instanceof Fault.EmptyPage ? fullPage.withoutItems() : fullPage;
    String next = next(call, page, token).text(canonicalQuery);
    return CollectionResponse.of(
        page.totalCount(),
        served(page, query, call).items(lineCache),
        json -> PageLinks.byToken(json, call, page, next));
  }

  /** Returns the page to send, which a fault replaces by the previous one. */
  private static LineItemPage served(LineItemPage page, LineItemsQuery query, Call call) {
    if (!(call.fault() instanceof ResponseFault.RepeatedRows)) return page;
    return LineItemPage.of(page.lines(), query, Math.max(0, page.position() - query.size()));
  }

  private static ContinuationToken token(Call call, String canonicalQuery) {
    String seekOperation = call.query().value("seekOperation");
    String token = call.header(TOKEN_HEADER);
    if (seekOperation == null && token == null) return new ContinuationToken(0, 0);
    if (seekOperation == null) throw ApiErrorException.missingInput("seekOperation");
    if (!seekOperation.equalsIgnoreCase("Next")) {
      throw ApiErrorException.unknownValue("seekOperation", seekOperation);
    }
    if (token == null) throw ApiErrorException.missingInput(TOKEN_HEADER);
    return ContinuationToken.parse(token, canonicalQuery);
  }

  private static ContinuationToken next(Call call, LineItemPage page, ContinuationToken token) {
    if (call.fault() instanceof Fault.RepeatedCursor) return token;
    return new ContinuationToken(page.end(), page.count() == 0 ? token.visit() + 1 : 0);
  }
}
