package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Cache;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two tenants in one program whose OkHttp client has a cache, which knows URLs and no tokens. */
class SharedCacheTest {
  private static final Map<String, String> BALANCES = Map.of("token-a", "1.25", "token-b", "777");

  /** What a service, or a gateway before it, may say that makes an answer fit for a cache. */
  private static final Map<String, Headers> INVITATIONS =
      Map.of(
          "max-age", Headers.of("Cache-Control", "max-age=60"),
          "public", Headers.of("Cache-Control", "public, s-maxage=60, immutable"),
          "Expires", Headers.of("Expires", "Fri, 01 Jan 2100 00:00:00 GMT"),
          "Last-Modified", Headers.of("Last-Modified", "Mon, 01 Jan 2001 00:00:00 GMT"),
          "ETag", Headers.of("ETag", "\"1\"", "Cache-Control", "max-age=0, must-revalidate"));

  private final PartnerServer server = new PartnerServer();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> invitations() {
    return Stream.of(ClientKind.values())
        .flatMap(kind -> INVITATIONS.keySet().stream().map(name -> Arguments.of(kind, name)));
  }

  @ParameterizedTest
  @MethodSource("invitations")
  @DisplayName("C54: each tenant gets its own figures, whatever answers say of caching")
  void eachTenantGetsItsOwnFigures(ClientKind kind, String invitation) throws IOException {
    serve(kind, invitation);
    try (Cache cache = new Cache(folder.resolve("cache").toFile(), 1 << 20)) {
      OkHttpClient client = kind.client(new OkHttpClient.Builder().cache(cache));
      for (int round = 0; round < 2; round++) {
        for (String token : BALANCES.keySet()) {
          try (IPartner partner = kind.partner(builder(token), client)) {
            assertThat(partner.invoices().summary().get().balanceAmount())
                .isEqualByComparingTo(BALANCES.get(token));
          }
        }
      }

      assertThat(server.requests()).hasSize(4);
      assertThat(server.headers("If-None-Match")).containsOnlyNulls();
      assertThat(server.headers("If-Modified-Since")).containsOnlyNulls();
      assertUntouched(cache);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C54: a document is fetched for each tenant anew, and stays in no cache on the disk")
  void aDocumentStaysInNoCache(ClientKind kind) throws IOException {
    serve(kind, "max-age");
    try (Cache cache = new Cache(folder.resolve("cache").toFile(), 1 << 20)) {
      OkHttpClient client = kind.client(new OkHttpClient.Builder().cache(cache));
      for (String token : BALANCES.keySet()) {
        try (IPartner partner = kind.partner(builder(token), client)) {
          Path file = folder.resolve(token + ".pdf");
          partner.invoices().byId("G000000041").statement().downloadTo(file);
          assertThat(Files.readString(file)).contains(token);
        }
      }

      assertUntouched(cache);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C54: no answer of a sign-in is stored or read from a cache")
  void noSignInComesFromACache(ClientKind kind) throws IOException {
    serve(kind, "max-age");
    try (Cache cache = new Cache(folder.resolve("cache").toFile(), 1 << 20)) {
      OkHttpClient client = kind.client(new OkHttpClient.Builder().cache(cache));
      for (int i = 0; i < 2; i++) {
        PartnerBuilder builder = server.builder().credentials(this::signIn);
        try (IPartner partner = kind.partner(builder, client)) {
          partner.invoices().summary().get();
        }
      }

      assertThat(server.targets()).filteredOn("/token"::equals).hasSize(2);
      assertUntouched(cache);
    }
  }

  private AccessToken signIn(TokenRequest request) throws IOException {
    Request token = new Request.Builder().url(server.baseUrl() + "token").build();
    try (Response response = request.transport().send(token)) {
      assertThat(response.code()).isEqualTo(200);
      return new AccessToken("token-a", null);
    }
  }

  private PartnerBuilder builder(String token) {
    return server.builder().credentials(PartnerCredentials.bearer(() -> token));
  }

  private static void assertUntouched(Cache cache) throws IOException {
    Iterator<String> urls = cache.urls();
    assertThat(urls).as("stored").isExhausted();
    assertThat(cache.requestCount()).as("asked").isZero();
  }

  private void serve(ClientKind kind, String name) {
    Headers invitation = Objects.requireNonNull(INVITATIONS.get(name));
    kind.serve(server.mock());
    server
        .mock()
        .setDispatcher(
            new Dispatcher() {
              @Override
              public MockResponse dispatch(RecordedRequest request) {
                Headers sent = request.getHeaders();
                MockResponse.Builder answer = answer(request);
                invitation.names().forEach(name -> answer.setHeader(name, invitation.get(name)));
                boolean asksForChanges =
                    sent.get("If-None-Match") != null || sent.get("If-Modified-Since") != null;
                return asksForChanges ? answer.code(304).body("").build() : answer.build();
              }
            });
  }

  private static MockResponse.Builder answer(RecordedRequest request) {
    String token = String.valueOf(request.getHeaders().get("Authorization")).replace("Bearer ", "");
    if (request.getTarget().endsWith("/statement")) {
      Buffer pdf = new Buffer().writeUtf8("%PDF-1.7\n" + token + "\n%%EOF\n");
      return new MockResponse.Builder().addHeader("Content-Type", "application/pdf").body(pdf);
    }
    String balance = BALANCES.getOrDefault(token, "0");
    return PartnerServer.json(200, "{\"balanceAmount\":" + balance + ",\"currencyCode\":\"GBP\"}");
  }
}
