package io.partnercenter.console;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Leads what is sent to Entra over https to the emulator, and lets all else go its way. */
final class EmulatedEntra {
  private static final Transport LOOPBACK = new OkHttpTransport(new OkHttpClient());

  private EmulatedEntra() {}

  static Transport at(Emulator emulator) {
    return request ->
        request.isHttps()
            ? withoutPauses(LOOPBACK.send(led(request, emulator.baseUrl())))
            : LOOPBACK.send(request);
  }

  private static Request led(Request request, URI emulator) {
    HttpUrl url =
        request
            .url()
            .newBuilder()
            .scheme("http")
            .host(emulator.getHost())
            .port(emulator.getPort())
            .build();
    return request.newBuilder().url(url).build();
  }

  /** Nobody has to type a code here, so nobody waits for it between two polls. */
  private static Response withoutPauses(Response response) throws IOException {
    ResponseBody body = response.body();
    String text = body.string().replace("\"interval\":1", "\"interval\":0");
    return response.newBuilder().body(ResponseBody.create(text, body.contentType())).build();
  }
}
