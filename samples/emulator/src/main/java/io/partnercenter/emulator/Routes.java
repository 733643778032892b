package io.partnercenter.emulator;

import java.util.List;

/** Which operation a path leads to. */
final class Routes {
  private final Tenant tenant;
  private final ListInvoices listInvoices;
  private final GetLineItems getLineItems;
  private final EstimateLinks estimateLinks;
  private final Statements statements;

  Routes(Tenant tenant, RenderedLines rendered, Statements statements) {
    this.tenant = tenant;
    this.statements = statements;
    this.estimateLinks = new EstimateLinks(tenant);
    this.listInvoices = new ListInvoices(tenant);
    this.getLineItems = new GetLineItems(tenant, rendered);
  }

  Answer answer(Call call) {
    List<String> path = call.path();
    if (path.size() < 2 || !path.get(0).equals("v1") || !path.get(1).equals("invoices")) {
      throw Refusal.notFound("The path");
    }
    if (!call.method().equals("GET")) throw Refusal.wrongMethod();
    return invoices(path.subList(2, path.size()), call);
  }

  private Answer invoices(List<String> path, Call call) {
    if (path.isEmpty()) return listInvoices.answer(call);
    if (path.equals(List.of("summary"))) return summary();
    if (path.equals(List.of("summaries"))) return summaries();
    if (path.size() == 1) return invoice(path.get(0));
    if (path.equals(List.of("estimates", "links"))) return estimateLinks.answer(call);
    if (path.size() == 2 && path.get(1).equals("lineitems")) {
      return getLineItems.answer(path.get(0), call);
    }
    return document(path);
  }

  private Answer document(List<String> path) {
    int size = path.size();
    if (size >= 3 && path.subList(size - 2, size).equals(List.of("documents", "statement"))) {
      if (size == 3) return statements.statement(path.get(0));
      if (size == 5 && path.get(1).equals("receipts")) {
        return statements.receipt(path.get(0), path.get(2));
      }
    }
    throw Refusal.notFound("The path");
  }

  private Answer summary() {
    return Answer.ok(json -> SummaryJson.write(json, tenant, tenant.currencyCodes().get(0)));
  }

  private Answer summaries() {
    List<String> currencies = tenant.currencyCodes();
    byte[] items =
        JsonOut.bytes(json -> currencies.forEach(code -> SummaryJson.write(json, tenant, code)));
    return Envelope.of(
        currencies.size(),
        items,
        json -> json.begin("links").link("self", "/invoices/summaries").end());
  }

  private Answer invoice(String id) {
    TenantInvoice invoice = tenant.find(id).orElseThrow(() -> Refusal.notFound("Invoice " + id));
    return Answer.ok(json -> InvoiceJson.byId(json, invoice));
  }
}
