package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.ResultForm;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The state of an export: its operation, and in the end its manifest. */
final class ExportResultHandler {
  private static final String TYPE = "#microsoft.graph.partners.billing.";

  private final ExportStore exports;
  private final ManifestJson manifests;
  private final ExportSettings.Operations settings;
  private final InstantSource clock;

  ExportResultHandler(
      ExportStore exports,
      ManifestJson manifests,
      ExportSettings.Operations settings,
      InstantSource clock) {
    this.exports = exports;
    this.manifests = manifests;
    this.settings = settings;
    this.clock = clock;
  }

  Response manifest(String id, Call call) {
    Export export = exports.manifest(id);
    return Response.ok(
        json -> {
          json.begin().text("@odata.context", context(call, "manifests"));
          manifests.fields(json, export, call);
          json.end();
        });
  }

  Response operation(String id, Call call) {
    Export export = exports.operation(id);
    return switch (export.poll()) {
      case NOT_STARTED -> notReady("notStarted", export, call);
      case RUNNING -> notReady("running", export, call);
      case SUCCEEDED -> succeeded(export, call);
      case FAILED -> failed(export, call);
    };
  }

  private Response notReady(String status, Export export, Call call) {
    Response response =
        Response.json(
            settings.acceptedWhileRunning() ? 202 : 200,
            json -> head(json, "runningOperation", status, export, call).end());
    Duration retryAfter = settings.retryAfter();
    return retryAfter == null
        ? response
        : response.with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** Returns a failed operation: error shape E of contract 4.2. */
  private Response failed(Export export, Call call) {
    return Response.ok(
        json ->
            head(json, "failedOperation", "failed", export, call)
                .begin("error")
                .text("code", "5000")
                .text("message", export.failure())
                .end()
                .end());
  }

  private Response succeeded(Export export, Call call) {
    String url = call.origin() + GraphService.BILLING + "/manifests/" + export.manifestId();
    ResultForm form = settings.resultForm();
    return Response.ok(
        json -> {
          head(json, "exportSuccessOperation", settings.succeededAs(), export, call);
          if (form == ResultForm.LINK || form == ResultForm.MANIFEST_AND_LINK) {
            json.text("resourceLocation@odata.navigationLink", url);
          }
          if (form == ResultForm.URL) json.text("resourceLocation", url);
          if (form == ResultForm.MANIFEST || form == ResultForm.MANIFEST_AND_LINK) {
            json.begin("resourceLocation");
            manifests.fields(json, export, call);
            json.end();
          }
          json.end();
        });
  }

  /** Writes the common fields. One of the times has no zone (contract 7.12). */
  private JsonWriter head(JsonWriter json, String type, String status, Export export, Call call) {
    return json.begin()
        .text("@odata.context", context(call, "operations"))
        .text("@odata.type", TYPE + type)
        .text("id", export.id())
        .text("createdDateTime", Timestamps.withoutZone(utc(export.created())))
        .text("lastActionDateTime", Timestamps.withZ(utc(clock.instant()), 7))
        .text("status", status);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String context(Call call, String collection) {
    return call.origin() + GraphService.PATH + "/$metadata#reports/partners/billing/" + collection;
  }
}
