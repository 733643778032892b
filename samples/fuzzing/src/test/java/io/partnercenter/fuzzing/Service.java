package io.partnercenter.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.transport.Transport;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The service, Microsoft Graph and storage, all giving the same answer where it belongs. */
final class Service implements Transport {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String EXPORT =
      """
      {"id":"op-1","status":"succeeded","resourceLocation":{"id":"m-1","blobCount":1,
      "rootDirectory":"https://x.blob.core.windows.net/d","sasToken":"s",
      "blobs":[{"name":"part-0.json"}]}}
      """;

  private static final Service SERVICE = new Service();

  /** One for all answers: what a bad one leaves behind must do no harm to the next. */
  private static final IPartner PARTNER =
      IPartner.builder()
          .transport(SERVICE)
          .credentials(PartnerCredentials.bearer(() -> "token"))
          .retry(RetryOptions.none())
          .executor(Runnable::run)
          .build();

  private int status;
  private byte[] body = {};

  /** Asks a partner who is answered with {@code body}; what may come of it comes to nothing. */
  static void answers(int status, byte[] body, Consumer<IPartner> call) {
    SERVICE.status = status;
    SERVICE.body = body;
    try {
      call.accept(PARTNER);
    } catch (PartnerException e) {
      // What users can expect.
    }
  }

  @Override
  public Response send(Request request) {
    boolean graph = request.url().host().startsWith("graph.");
    boolean manifest = request.url().encodedPath().contains("/manifests/");
    if (!graph) return answer(request, status, body);
    int end = EXPORT.lastIndexOf('}');
    String said = manifest ? EXPORT.substring(EXPORT.indexOf("{\"id\":\"m-1\""), end) : EXPORT;
    boolean start = request.method().equals("POST");
    return answer(request, start ? 202 : 200, said.getBytes(UTF_8));
  }

  private static Response answer(Request request, int status, byte[] body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body, JSON))
        .build();
  }
}
