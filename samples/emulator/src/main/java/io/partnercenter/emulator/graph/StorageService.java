package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.ExportSettings;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.support.CompositeBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storage with the files of exports. It accepts only the SAS token in the query. */
public final class StorageService implements Service {
  private static final String MEDIA_TYPE = "application/octet-stream";

  private final ExportStore exports;
  private final ExportFiles files;
  private final SasTokens sasTokens;
  private final String tenantId;
  private final ExportSettings.Files settings;

  /** A file in one version of the data. */
  private record Blob(CompositeBody body, String eTag) {}

  public StorageService(
      ExportStore exports,
      ExportFiles files,
      SasTokens sasTokens,
      String tenantId,
      EmulatorSettings settings) {
    this.exports = exports;
    this.files = files;
    this.sasTokens = sasTokens;
    this.tenantId = tenantId;
    this.settings = settings.exports().files();
  }

  @Override
  public Response error(Fault.Status status, Call call) {
    return StorageErrors.of(status.code());
  }

  @Override
  public Response handle(Call call) {
    if (!call.method().equals("GET")) return StorageErrors.wrongMethod();
    if (call.header("Authorization") != null) return StorageErrors.bearerToken();
    String path = call.url().encodedPath();
    String directoryPath = path.substring(0, path.lastIndexOf('/'));
    if (!sasTokens.isValidFor(directoryPath, call.url()))
      return StorageErrors.authenticationFailed();
    Blob blob = find(directoryPath, call);
    return blob == null ? StorageErrors.notFound() : respond(blob, call);
  }

  private Response respond(Blob blob, Call call) {
    String expected = call.header("If-Match");
    if (expected != null && !expected.equals("*") && !expected.equals(blob.eTag())) {
      return StorageErrors.conditionNotMet();
    }
    long length = blob.body().getContentLength();
    ByteRange range = ByteRange.of(call.header("Range"));
    if (range == null) return file(200, blob.body(), blob);
    if (!range.isWithin(length)) return StorageErrors.invalidRange(length);
    return file(206, range.of(blob.body()), blob).with("Content-Range", range.contentRange(length));
  }

  private Response file(int status, CompositeBody body, Blob blob) {
    Response response =
        new Response(status, MEDIA_TYPE, body)
            .with("ETag", blob.eTag())
            .with("Accept-Ranges", "bytes")
            .with("x-ms-blob-type", "BlockBlob");
    return settings.contentEncoding() ? response.with("Content-Encoding", "gzip") : response;
  }

  private @Nullable Blob find(String directoryPath, Call call) {
    List<String> path = call.path();
    Export export = path.size() < 4 ? null : exports.findManifest(path.get(3));
    if (export == null || !export.directory(tenantId).equals(directoryPath)) {
      return null;
    }
    int file = files.indexOf(export, path.get(path.size() - 1));
    if (file < 0) return null;
    int version = exports.version();
    CompositeBody body = files.body(export, file, version);
    return new Blob(truncated(body, call.fault()), files.eTag(export, file, version));
  }

  private static CompositeBody truncated(CompositeBody body, @Nullable Fault fault) {
    if (!(fault instanceof Fault.TruncatedFile truncated)) return body;
    return body.slice(0, Math.min(truncated.bytes(), body.getContentLength()));
  }
}
