package io.partnercenter.emulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the files of exports are kept. Their key is in the query, and nothing else opens them. */
final class Storage {
  private static final String MEDIA_TYPE = "application/octet-stream";

  private final Exports exports;
  private final ExportFiles files;
  private final Sas sas;
  private final Directory directory;
  private final ExportOptions options;

  /** A file as it is under one version of the data. */
  private record Blob(WireBody body, String eTag) {}

  Storage(Exports exports, ExportFiles files, Sas sas, Directory directory, ExportOptions options) {
    this.exports = exports;
    this.files = files;
    this.sas = sas;
    this.directory = directory;
    this.options = options;
  }

  /** Of all keys that are out none opens anything from now on. */
  void expireKeys() {
    sas.expire();
  }

  Answer answer(Call call) {
    if (!call.method().equals("GET")) return StorageRefusal.wrongMethod();
    if (call.header("Authorization") != null) return StorageRefusal.bearerToken();
    String path = call.url().encodedPath();
    String directoryPath = path.substring(0, path.lastIndexOf('/'));
    if (!sas.opens(directoryPath, call.url())) return StorageRefusal.authenticationFailed();
    Blob blob = find(directoryPath, call);
    return blob == null ? StorageRefusal.notFound() : answer(blob, call);
  }

  private Answer answer(Blob blob, Call call) {
    String expected = call.header("If-Match");
    if (expected != null && !expected.equals("*") && !expected.equals(blob.eTag())) {
      return StorageRefusal.conditionNotMet();
    }
    long length = blob.body().getContentLength();
    ByteRange range = ByteRange.of(call.header("Range"));
    if (range == null) return file(200, blob.body(), blob);
    if (!range.isWithin(length)) return StorageRefusal.invalidRange(length);
    return file(206, range.of(blob.body()), blob).with("Content-Range", range.contentRange(length));
  }

  private Answer file(int status, WireBody body, Blob blob) {
    Answer answer =
        new Answer(status, MEDIA_TYPE, body)
            .with("ETag", blob.eTag())
            .with("Accept-Ranges", "bytes")
            .with("x-ms-blob-type", "BlockBlob");
    return options.contentEncoding() ? answer.with("Content-Encoding", "gzip") : answer;
  }

  private @Nullable Blob find(String directoryPath, Call call) {
    List<String> path = call.path();
    Export export = path.size() < 4 ? null : exports.withFiles(path.get(3));
    if (export == null || !export.directory(directory.tenantId()).equals(directoryPath)) {
      return null;
    }
    int file = files.find(export, path.get(path.size() - 1));
    if (file < 0) return null;
    int version = exports.version();
    WireBody body = files.body(export, file, version);
    return new Blob(kept(body, call.fault()), files.eTag(export, file, version));
  }

  private static WireBody kept(WireBody body, @Nullable Fault fault) {
    if (!(fault instanceof Fault.TruncatedFile truncated)) return body;
    return body.slice(0, Math.min(truncated.bytes(), body.getContentLength()));
  }
}
