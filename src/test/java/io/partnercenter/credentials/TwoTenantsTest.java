package io.partnercenter.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerCloud;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.EntraServer;
import io.partnercenter.testing.MemoryStore;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.OkHttpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TwoTenantsTest {
  private static final int CALLS = 25;

  private final PartnerServer server = new PartnerServer();
  private final AtomicInteger signIns = new AtomicInteger();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C24: two tenants of two clouds, 32 threads: no token and no header crosses over")
  void nothingCrossesOverBetweenTwoTenants() throws Exception {
    server.mock().setDispatcher(new Tenants());
    IPartner first = partner(PartnerCloud.GLOBAL, "first");
    IPartner second = partner(PartnerCloud.CHINA, "second");

    List<Background<Integer>> threads = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      IPartner partner = i % 2 == 0 ? first : second;
      threads.add(Background.start(() -> calls(partner)));
    }
    for (Background<Integer> thread : threads) assertThat(thread.result()).isEqualTo(CALLS);

    assertThat(seen).containsExactlyInAnyOrder("first first", "second second");
    assertThat(signIns).hasValueGreaterThan(2);
  }

  private static int calls(IPartner partner) {
    for (int i = 0; i < CALLS; i++) partner.invoices().summary().get();
    return CALLS;
  }

  /** Each with its own secret, refresh token and name; the connections are the same. */
  private IPartner partner(PartnerCloud cloud, String tenant) {
    OkHttpTransport transport = new OkHttpTransport(new OkHttpClient());
    MsalCredentials credentials =
        MsalCredentials.of(cloud, tenant, "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
            .clientSecret("hunter2-" + tenant)
            .refreshToken(new MemoryStore("hunter2-" + tenant));
    return server.partner(
        server
            .builder()
            .cloud(cloud)
            .applicationName(tenant)
            .credentials(credentials)
            .transport(
                request ->
                    transport.send(
                        request
                            .newBuilder()
                            .url(EntraServer.toLoopback(request.url(), server.baseUrl()))
                            .build())));
  }

  /** Gives each tenant tokens of its own, and refuses now and then to take one. */
  private final class Tenants extends Dispatcher {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      return request.getTarget().endsWith("/token") ? token(request) : summary(request);
    }

    private MockResponse token(RecordedRequest request) {
      String tenant = request.getTarget().split("/", -1)[1];
      String form = request.getBody() == null ? "" : request.getBody().utf8();
      boolean ownSecrets =
          form.contains("client_secret=hunter2-" + tenant)
              && form.contains("refresh_token=hunter2-" + tenant);
      if (!ownSecrets) seen.add(form);
      String token = "hunter2-" + tenant + "." + signIns.incrementAndGet();
      return PartnerServer.json(200, EntraServer.token(token, "")).build();
    }

    private MockResponse summary(RecordedRequest request) {
      String token = String.valueOf(request.getHeaders().get("Authorization"));
      String tenant = token.replace("Bearer hunter2-", "").replaceFirst("\\.\\d+$", "");
      seen.add(tenant + " " + request.getHeaders().get("MS-PartnerCenter-Application"));
      // Never two in a row of one call, for the replay is answered while others count on.
      if (calls.incrementAndGet() == 50) return new MockResponse.Builder().code(401).build();
      return PartnerServer.json(200, Answers.SUMMARY).build();
    }
  }
}
