package io.partnercenter.benchmarks;

import io.partnercenter.transport.Transport;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * An export whose files are all the same and in memory, where a transport finds them: what is
 * measured with it is the client alone, on all processors that there are.
 */
final class MemoryExport implements Transport {
  private static final String ROOT = "https://memory.blob.core.windows.net/export";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private final byte[] file;
  private final String manifest;

  MemoryExport(int blobs, byte[] file) {
    this.file = file;
    StringJoiner names = new StringJoiner(",", "[", "]");
    for (int i = 0; i < blobs; i++) names.add("{\"name\":\"part-" + i + ".json.gz\"}");
    this.manifest =
        "{\"id\":\"1\",\"eTag\":\"1\",\"rootDirectory\":\"%s\",\"sasToken\":\"sig=1\",\"blobs\":%s}"
            .formatted(ROOT, names);
  }

  @Override
  public Response send(Request request) {
    if (request.url().toString().startsWith(ROOT)) return part(request);
    if (request.method().equals("POST")) {
      return answer(request, 202, new Buffer())
          .header("Location", request.url().resolve("operations/1").toString())
          .build();
    }
    if (request.url().encodedPath().contains("/manifests/")) {
      return answer(request, 200, new Buffer().writeUtf8(manifest)).build();
    }
    String operation =
        "{\"id\":\"1\",\"status\":\"succeeded\",\"resourceLocation\":" + manifest + "}";
    return answer(request, 200, new Buffer().writeUtf8(operation)).build();
  }

  private Response part(Request request) {
    Matcher range = RANGE.matcher(request.header("Range"));
    if (!range.matches()) throw new IllegalArgumentException(range.toString());
    int first = Integer.parseInt(range.group(1));
    int last = Math.min(Integer.parseInt(range.group(2)), file.length - 1);
    return answer(request, 206, new Buffer().write(file, first, last - first + 1))
        .header("ETag", "\"1\"")
        .header("Content-Range", "bytes " + first + "-" + last + "/" + file.length)
        .build();
  }

  private static Response.Builder answer(Request request, int status, Buffer body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body, JSON, body.size()));
  }
}
