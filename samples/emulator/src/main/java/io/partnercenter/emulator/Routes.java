package io.partnercenter.emulator;

import java.util.List;

/** Which operation a path leads to. */
final class Routes {
  private static final List<String> STATEMENT = List.of("documents", "statement");

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

  Answer answer(Call call, Caller caller) {
    caller.mustMeanPartnerCenter();
    List<String> path = call.path();
    if (path.size() < 2 || !path.get(0).equals("v1") || !path.get(1).equals("invoices")) {
      throw Refusal.notFound("The path");
    }
    if (!call.method().equals("GET")) throw Refusal.wrongMethod();
    return invoices(path.subList(2, path.size()), call, caller);
  }

  private Answer invoices(List<String> path, Call call, Caller caller) {
    if (path.isEmpty()) return listInvoices.answer(call);
    if (path.equals(List.of("summary"))) return summary();
    if (path.equals(List.of("estimates", "links"))) return estimateLinks.answer(call);
    if (path.size() == 2 && path.get(1).equals("lineitems")) {
      return getLineItems.answer(path.get(0), call);
    }
    return forUsers(path, caller);
  }

  /** The operations that an app cannot call by itself (contract 2.3). */
  private Answer forUsers(List<String> path, Caller caller) {
    if (path.size() == 1 || path.subList(path.size() - 2, path.size()).equals(STATEMENT)) {
      caller.mustBeUser();
    }
    if (path.equals(List.of("summaries"))) return summaries();
    if (path.size() == 1) return invoice(path.get(0));
    if (path.size() == 3 && path.subList(1, 3).equals(STATEMENT)) {
      return statements.statement(path.get(0));
    }
    if (path.size() == 5
        && path.get(1).equals("receipts")
        && path.subList(3, 5).equals(STATEMENT)) {
      return statements.receipt(path.get(0), path.get(2));
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
