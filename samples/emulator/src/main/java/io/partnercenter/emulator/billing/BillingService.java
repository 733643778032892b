package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.signin.AccessControl;
import io.partnercenter.emulator.signin.Caller;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.Invoice;
import java.util.List;

/** The v1 API: the operation of each path. */
public final class BillingService implements Service {
  private static final List<String> STATEMENT = List.of("documents", "statement");

  private final BillingAccount account;
  private final AccessControl accessControl;
  private final InvoiceListHandler invoiceList;
  private final LineItemsHandler lineItems;
  private final EstimateLinksHandler estimateLinks;
  private final DocumentHandler documents;

  public BillingService(
      BillingAccount account, AccessControl accessControl, EmulatorSettings settings) {
    this.account = account;
    this.accessControl = accessControl;
    this.documents = new DocumentHandler(account, settings.statementBytes());
    this.estimateLinks = new EstimateLinksHandler(account);
    this.invoiceList = new InvoiceListHandler(account);
    this.lineItems = new LineItemsHandler(account, new RenderedLineCache(settings.cacheBytes()));
  }

  @Override
  public Response handle(Call call) {
    Caller caller = accessControl.authorize(call.header("Authorization"));
    caller.requirePartnerCenterAudience();
    List<String> path = call.path();
    if (path.size() < 2 || !path.get(0).equals("v1") || !path.get(1).equals("invoices")) {
      throw ApiErrorException.notFound("The path");
    }
    if (!call.method().equals("GET")) throw ApiErrorException.wrongMethod();
    return invoices(path.subList(2, path.size()), call, caller);
  }

  private Response invoices(List<String> path, Call call, Caller caller) {
    if (path.isEmpty()) return invoiceList.handle(call);
    if (path.equals(List.of("summary"))) return summary();
    if (path.equals(List.of("estimates", "links"))) return estimateLinks.handle(call);
    if (path.size() == 2 && path.get(1).equals("lineitems")) {
      return lineItems.handle(path.get(0), call);
    }
    return userOperation(path, caller);
  }

  /** Handles the operations that need a user (contract 2.3). */
  private Response userOperation(List<String> path, Caller caller) {
    if (path.size() == 1 || path.subList(path.size() - 2, path.size()).equals(STATEMENT)) {
      caller.requireUser();
    }
    if (path.equals(List.of("summaries"))) return summaries();
    if (path.size() == 1) return invoice(path.get(0));
    if (path.size() == 3 && path.subList(1, 3).equals(STATEMENT)) {
      return documents.statement(path.get(0));
    }
    if (path.size() == 5
        && path.get(1).equals("receipts")
        && path.subList(3, 5).equals(STATEMENT)) {
      return documents.receipt(path.get(0), path.get(2));
    }
    throw ApiErrorException.notFound("The path");
  }

  private Response summary() {
    return Response.ok(json -> SummaryJson.write(json, account, account.currencyCodes().get(0)));
  }

  private Response summaries() {
    List<String> currencies = account.currencyCodes();
    byte[] items =
        JsonWriter.bytes(
            json -> currencies.forEach(code -> SummaryJson.write(json, account, code)));
    return CollectionResponse.of(
        currencies.size(),
        items,
        json -> json.begin("links").link("self", "/invoices/summaries").end());
  }

  private Response invoice(String id) {
    Invoice invoice =
        account.find(id).orElseThrow(() -> ApiErrorException.notFound("Invoice " + id));
    return Response.ok(json -> InvoiceJson.byId(json, invoice));
  }
}
