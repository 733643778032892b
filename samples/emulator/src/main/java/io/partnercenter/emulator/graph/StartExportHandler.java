package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.CompositeBody;
import io.partnercenter.emulator.tenant.BillingAccount;
import io.partnercenter.emulator.tenant.LineCollection;
import java.time.Duration;
import java.util.List;

/** The action that starts an export. Its response has a location and no body (contract 6.9). */
final class StartExportHandler {
  private final BillingAccount account;
  private final ExportStore exports;
  private final ExportSettings.Operations settings;

  StartExportHandler(
      BillingAccount account, ExportStore exports, ExportSettings.Operations settings) {
    this.account = account;
    this.exports = exports;
    this.settings = settings;
  }

  Response handle(LineKind kind, boolean billed, Call call) {
    ExportRequest request = ExportRequest.of(kind, billed, call);
    Export export = exports.start(request, outcome(request, call));
    Response accepted =
        new Response(202, Response.JSON, new CompositeBody(List.of()))
            .with("Location", call.origin() + GraphService.BILLING + "/operations/" + export.id());
    Duration retryAfter = settings.retryAfterOnAccept() ? settings.retryAfter() : null;
    return retryAfter == null
        ? accepted
        : accepted.with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /**
   * Decides the end of an export. Exports without data are accepted and fail later (contract 6.9).
   */
  private Export.Outcome outcome(ExportRequest request, Call call) {
    if (request.isOfLegacyInvoice()) {
      return Export.Outcome.failed(
          "No reconciliation data available currently for Invoice "
              + request.invoiceId()
              + ". Please try again later.");
    }
    LineCollection lines = request.find(account).orElse(null);
    if (lines == null || call.fault() instanceof Fault.FailedExport) {
      return Export.Outcome.failed("No data available");
    }
    ExportFlaw flaw = call.fault() instanceof Fault.FlawedExport flawed ? flawed.flaw() : null;
    return new Export.Outcome(exports.exported(lines), null, flaw);
  }
}
