package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.support.JsonWriter;
import java.util.List;

/**
 * The links of a page of line items. The presence of a next link is reliable. Its URI is not: the
 * service misspells some.
 */
final class PageLinks {
  private PageLinks() {}

  /** Writes links with an {@code offset}, which the service sometimes leaves empty. */
  static void byOffset(JsonWriter json, Call call, LineItemPage page, long nextOffset) {
    json.begin("links").link("self", self(call));
    if (page.hasNext()) {
      String offset = page.number() % 2 == 1 ? "" : Long.toString(nextOffset);
      json.link("next", withOffset(call, offset));
    }
    json.end();
  }

  /** Writes links with a token: in the link's headers, beside the links, or in both places. */
  static void byToken(JsonWriter json, Call call, LineItemPage page, String token) {
    String self = self(call);
    if (page.hasNext() && page.number() % 3 != 1) json.text("continuationToken", token);
    json.begin("links").link("self", self);
    if (page.hasNext()) {
      json.begin("next").text("uri", nextUri(self, page.number())).text("method", "GET");
      json.array("headers", page.number() % 3 == 2 ? List.of() : List.of(token), PageLinks::header);
      json.end();
    }
    json.end();
  }

  private static void header(JsonWriter json, String token) {
    json.begin().text("key", "MS-ContinuationToken").text("value", token).end();
  }

  private static String nextUri(String self, long page) {
    String uri = without(self, "seekOperation");
    return switch ((int) (page % 4)) {
      case 1 -> uri + "?seekOperation=Next";
      case 2 ->
          uri.replaceFirst("(?i)([?&])invoice(?=lineitemtype=)", "$1nvoice")
              + "&seekOperation=Next";
      default -> uri + "&seekOperation=Next";
    };
  }

  static String withOffset(Call call, String offset) {
    String uri = without(self(call), "offset");
    return uri + (uri.contains("?") ? "&" : "?") + "offset=" + offset;
  }

  /** Returns the request's URI as the service writes it, without host and version. */
  static String self(Call call) {
    return call.request().getTarget().substring("/v1".length());
  }

  private static String without(String uri, String parameter) {
    return uri.replaceAll("(?i)&" + parameter + "=[^&]*", "")
        .replaceAll("(?i)\\?" + parameter + "=[^&]*&", "?")
        .replaceAll("(?i)\\?" + parameter + "=[^&]*$", "");
  }
}
