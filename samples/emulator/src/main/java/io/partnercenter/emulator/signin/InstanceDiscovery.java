package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.QueryParameters;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.JsonWriter;
import java.util.List;
import okhttp3.HttpUrl;

/** The endpoint that confirms to clients that they can trust a sign-in host. */
final class InstanceDiscovery {
  private InstanceDiscovery() {}

  static Response response(QueryParameters query) {
    String endpoint = query.required("authorization_endpoint");
    HttpUrl url = HttpUrl.parse(endpoint);
    if (url == null) throw ApiErrorException.invalidProperty("authorization_endpoint", endpoint);
    HttpUrl discovery = url.resolve("/common/v2.0/.well-known/openid-configuration");
    return Response.ok(
        json ->
            json.begin()
                .text("tenant_discovery_endpoint", String.valueOf(discovery))
                .text("api-version", "1.1")
                .array("metadata", List.of(url.host()), InstanceDiscovery::host)
                .end());
  }

  private static void host(JsonWriter json, String host) {
    json.begin()
        .text("preferred_network", host)
        .text("preferred_cache", host)
        .texts("aliases", List.of(host))
        .end();
  }
}
