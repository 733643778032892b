package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Relay;
import io.partnercenter.testing.Relay.End;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tunnel through a proxy that ends while nothing goes through it. */
class StaleTunnelTest {
  private final PartnerServer proxy = new PartnerServer();
  private final Relay relay = new Relay(proxy.mock().getPort());

  StaleTunnelTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    relay.close();
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C56: a tunnel that has ended is replaced by another, at no attempt's cost")
  void aTunnelThatHasEndedIsReplaced(End end) throws IOException {
    ClientKind kind = ClientKind.HANDED_IN_HTTP_2;
    kind.serve(proxy.mock());
    for (int i = 0; i < 2; i++) {
      proxy.answers(new MockResponse.Builder().inTunnel().build());
      proxy.answersJson(200, Answers.SUMMARY);
    }
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port());
    OkHttpClient client =
        kind.client(new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, address)));
    IPartner partner =
        proxy.partner(
            proxy
                .builder()
                .baseUrl(URI.create("https://localhost:9"))
                .okHttp(client)
                .retry(RetryOptions.none()));
    partner.invoices().summary().get();
    relay.end(end);

    partner
        .with(RequestOptions.defaults().timeout(Duration.ofSeconds(2)))
        .invoices()
        .summary()
        .get();

    assertThat(proxy.requests())
        .extracting(RecordedRequest::getMethod)
        .containsExactly("CONNECT", "GET", "CONNECT", "GET");
    client.connectionPool().evictAll();
  }
}
