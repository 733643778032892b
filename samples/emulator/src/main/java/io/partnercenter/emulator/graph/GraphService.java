package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.signin.AccessControl;
import io.partnercenter.emulator.tenant.BillingAccount;
import java.util.List;
import java.util.Set;

/** The billing part of Microsoft Graph: requests for exports, operations and manifests. */
public final class GraphService implements Service {
  public static final String PATH = "/graph/v1.0";
  static final String BILLING = PATH + "/reports/partners/billing";

  /** The action's name, which may have its namespace (contract 6.9). */
  private static final Set<String> EXPORT =
      Set.of("export", "microsoft.graph.partners.billing.export");

  private static final List<String> BILLING_PATH = List.of(BILLING.substring(1).split("/"));

  private final AccessControl accessControl;
  private final StartExportHandler startExport;
  private final ExportResultHandler results;

  private GraphService(
      AccessControl accessControl, StartExportHandler startExport, ExportResultHandler results) {
    this.accessControl = accessControl;
    this.startExport = startExport;
    this.results = results;
  }

  public static GraphService of(
      BillingAccount account,
      AccessControl accessControl,
      ExportStore exports,
      ExportFiles files,
      SasTokens sasTokens,
      EmulatorSettings settings) {
    ExportSettings export = settings.exports();
    ManifestJson manifests =
        new ManifestJson(exports, files, sasTokens, account.partner().id(), export.files());
    return new GraphService(
        accessControl,
        new StartExportHandler(account, exports, export.operations()),
        new ExportResultHandler(exports, manifests, export.operations(), settings.clock()));
  }

  @Override
  public Response error(Fault.Status status, Call call) {
    return GraphErrorException.of(status.code()).response(call);
  }

  @Override
  public Response handle(Call call) {
    try {
      authorize(call);
      return route(call);
    } catch (GraphErrorException error) {
      return error.response(call);
    }
  }

  /** Checks the token only: Graph leaves the second factor to the directory. */
  private void authorize(Call call) {
    try {
      accessControl.tokens().requireValid(call.header("Authorization")).requireGraphAudience();
    } catch (ApiErrorException error) {
      throw GraphErrorException.unauthorized(error.getMessage());
    }
  }

  private Response route(Call call) {
    List<String> path = call.path();
    int billing = BILLING_PATH.size();
    if (path.size() < billing || !path.subList(0, billing).equals(BILLING_PATH)) {
      throw GraphErrorException.notFound("The path");
    }
    List<String> rest = path.subList(billing, path.size());
    if (rest.size() == 3 && EXPORT.contains(rest.get(2))) {
      LineKind kind = kind(rest.get(0));
      boolean billed = isBilled(rest.get(1));
      expect("POST", call);
      return startExport.handle(kind, billed, call);
    }
    if (rest.size() != 2) throw GraphErrorException.notFound("The path");
    expect("GET", call);
    return switch (rest.get(0)) {
      case "operations" -> results.operation(rest.get(1), call);
      case "manifests" -> results.manifest(rest.get(1), call);
      default -> throw GraphErrorException.notFound("The path");
    };
  }

  private static void expect(String method, Call call) {
    if (!call.method().equals(method)) {
      throw new GraphErrorException(405, "MethodNotAllowed", "The method is not allowed.");
    }
  }

  private static LineKind kind(String segment) {
    return switch (segment) {
      case "usage" -> LineKind.DAILY_RATED_USAGE;
      case "reconciliation" -> LineKind.ONE_TIME;
      default -> throw GraphErrorException.notFound("The path");
    };
  }

  private static boolean isBilled(String segment) {
    return switch (segment) {
      case "billed" -> true;
      case "unbilled" -> false;
      default -> throw GraphErrorException.notFound("The path");
    };
  }
}
