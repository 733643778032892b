package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.support.JsonWriter;
import io.partnercenter.emulator.support.SeededRandom;
import io.partnercenter.emulator.support.Timestamps;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/**
 * The JSON of a manifest (contract 7.13): the location of an export's files, and a SAS token for
 * them.
 */
final class ManifestJson {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final ExportStore exports;
  private final ExportFiles files;
  private final SasTokens sasTokens;
  private final String tenantId;
  private final ExportSettings.Files settings;

  ManifestJson(
      ExportStore exports,
      ExportFiles files,
      SasTokens sasTokens,
      String tenantId,
      ExportSettings.Files settings) {
    this.exports = exports;
    this.files = files;
    this.sasTokens = sasTokens;
    this.tenantId = tenantId;
    this.settings = settings;
  }

  /** Writes the fields. Each request gets a new SAS token. */
  void fields(JsonWriter json, Export export, Call call) {
    String root = export.directory(tenantId);
    int version = exports.version();
    int blobs = files.count(export);
    json.text("id", export.manifestId())
        .text("schemaVersion", "2")
        .text("dataFormat", "compressedJSON")
        .text(
            "createdDateTime",
            Timestamps.withZ(LocalDateTime.ofInstant(export.created(), ZoneOffset.UTC), 7))
        .text("eTag", eTag(export, version))
        .text("partnerTenantId", tenantId)
        .text("rootDirectory", call.origin() + root + (settings.untidyUrls() ? "/" : ""))
        .text("sasToken", (settings.untidyUrls() ? "?" : "") + sasTokens.create(root))
        .text("partitionType", "Default")
        .integer("blobCount", export.has(ExportFlaw.WRONG_BLOB_COUNT) ? blobs + 1 : blobs)
        .array(
            "blobs",
            IntStream.range(0, blobs).boxed().toList(),
            (each, file) -> blob(each, export, file, version));
  }

  private void blob(JsonWriter json, Export export, int file, int version) {
    boolean wrongSize = export.has(ExportFlaw.WRONG_SIZES);
    boolean wrongCount = export.has(ExportFlaw.WRONG_ITEM_COUNTS);
    json.begin().text("name", files.name(export, file)).text("partitionValue", "default");
    if (settings.sizesAndCounts() || wrongSize) {
      long size = files.body(export, file, version).getContentLength();
      json.integer("sizeInBytes", wrongSize ? size + 1 : size);
    }
    if (settings.sizesAndCounts() || wrongCount) {
      long count = files.rows(export, file, version);
      json.integer("itemCount", wrongCount ? count + 1 : count);
    }
    json.end();
  }

  private static String eTag(Export export, int version) {
    return SeededRandom.at(SeededRandom.deriveSeed(version, export.manifestId()), 0)
        .letters(20, LETTERS);
  }
}
