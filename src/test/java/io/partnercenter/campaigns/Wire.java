package io.partnercenter.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnercenter.testing.Answers;
import io.partnercenter.transport.Transport;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** The service, Microsoft Graph and its storage, all answering with one body where it belongs. */
final class Wire implements Transport {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String MANIFEST =
      """
      {"id":"m-1","eTag":"data-1","rootDirectory":"https://x.blob.core.windows.net/data",
      "sasToken":"sv=2021&sig=S3cr3t","blobCount":1,"blobs":[{"name":"part-0.json"}]}
      """;

  /** Where the body belongs. */
  enum Place {
    SERVICE,
    EXPORT_START,
    OPERATION,
    MANIFEST,
    BLOB
  }

  private final Place place;
  private int status;
  private byte[] body = {};

  Wire(Place place) {
    this.place = place;
    this.status = place == Place.EXPORT_START ? 202 : 200;
  }

  void answers(byte[] body) {
    this.body = body;
  }

  void answers(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  @Override
  public Response send(Request request) {
    String path = request.url().encodedPath();
    if (request.url().host().endsWith("blob.core.windows.net")) return whole(request);
    if (!request.url().host().startsWith("graph.")) return answer(request);
    if (path.endsWith("/export"))
      return place == Place.EXPORT_START ? answer(request) : started(request);
    if (place == Place.OPERATION) return answer(request);
    String manifest = place == Place.MANIFEST ? new String(body, UTF_8) : MANIFEST;
    boolean bare = path.contains("/manifests/");
    return Answers.of(
        request,
        200,
        bare ? manifest : "{\"status\":\"succeeded\",\"resourceLocation\":" + manifest + "}");
  }

  private Response whole(Request request) {
    return place == Place.BLOB ? answer(request) : Answers.of(request, 200, "{}");
  }

  private Response answer(Request request) {
    return Answers.of(
        request, status, ResponseBody.create(new Buffer().write(body), JSON, body.length));
  }

  private static Response started(Request request) {
    return Answers.of(request, 202, "")
        .newBuilder()
        .header("Location", "https://graph.microsoft.com/v1.0/operations/op-1")
        .build();
  }
}
