package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private final PartnerServer server = new PartnerServer();
  private final PartnerServer other = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
    other.close();
  }

  @Test
  @DisplayName("C25, C50: 60 new partners are each used by 16 threads at once, without a failure")
  void aNewPartnerIsUsedByManyThreadsAtOnce() throws Exception {
    always(server, PartnerServer.json(200, Answers.page(1, 3, null)).build());
    for (int i = 0; i < 60; i++) {
      try (IPartner partner = server.builder().build()) {
        List<Integer> rows =
            atOnce(
                16,
                () -> partner.invoices().byId("G1").lineItems(Answers.ROWS).get().items().size());

        assertThat(rows).hasSize(16).containsOnly(3);
      }
    }
    assertThat(server.headers("Authorization")).hasSize(960).containsOnly("Bearer hunter2-token-1");
  }

  @Test
  @DisplayName("C24: two tenants in one program see nothing of each other")
  void twoPartnersSeeNothingOfEachOther() throws Exception {
    always(server, PartnerServer.json(200, Answers.SUMMARY).build());
    always(other, PartnerServer.json(200, "{\"currencyCode\":\"CHF\"}").build());
    IPartner one = server.partner();
    IPartner two =
        other.partner(
            other
                .builder()
                .locale("de-CH")
                .credentials(PartnerCredentials.bearer(() -> "hunter2-token-2")));

    List<List<String>> currencies =
        atOnce(32, () -> List.of(currency(one), currency(two), currency(one), currency(two)));

    assertThat(currencies).hasSize(32).containsOnly(List.of("GBP", "CHF", "GBP", "CHF"));
    assertThat(server.headers("Authorization")).hasSize(64).containsOnly("Bearer hunter2-token-1");
    assertThat(other.headers("Authorization")).hasSize(64).containsOnly("Bearer hunter2-token-2");
    assertThat(server.headers("X-Locale")).containsOnly("en-US");
    assertThat(other.headers("X-Locale")).containsOnly("de-CH");
    assertThat(server.headers("MS-CorrelationId"))
        .doesNotContainAnyElementsOf(other.headers("MS-CorrelationId"));
    assertThat(server.headers("MS-RequestId")).doesNotHaveDuplicates();
    assertThat(server.headers("MS-CV")).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("C46: seven partners do not wait for the eighth, whose service never answers")
  void partnersDoNotWaitForEachOther() throws Exception {
    always(server, PartnerServer.json(200, Answers.SUMMARY).build());
    always(other, new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    IPartner stuck = other.partner();
    List<Background<InvoiceSummary>> waiting = new ArrayList<>();
    for (int i = 0; i < 70; i++) { // More than OkHttp's dispatcher would run at once.
      waiting.add(Background.start(() -> stuck.invoices().summary().get()));
    }
    for (int i = 0; i < 70; i++) assertThat(other.mock().takeRequest()).isNotNull();

    for (int i = 0; i < 7; i++) {
      IPartner partner = server.partner();
      assertThat(atOnce(8, () -> currency(partner))).containsOnly("GBP");
    }

    waiting.forEach(Background::interrupt);
    for (Background<InvoiceSummary> call : waiting) {
      assertThat(call.failure(RuntimeException.class)).isNotNull();
    }
  }

  @Test
  @DisplayName("C26: a thousand views share one connection")
  void aThousandViewsShareOneConnection() {
    always(server, PartnerServer.json(200, Answers.SUMMARY).build());
    IPartner partner = server.partner();

    List<IPartner> views =
        Stream.generate(() -> partner.with(RequestOptions.defaults())).limit(1000).toList();
    for (int i = 0; i < 1000; i += 50) assertThat(currency(views.get(i))).isEqualTo("GBP");

    assertThat(server.requests())
        .hasSize(20)
        .extracting(RecordedRequest::getConnectionIndex)
        .containsOnly(0);
    assertThat(server.headers("MS-CorrelationId")).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("C26: no thread of the SDK keeps a program from ending")
  void allThreadsAreDaemons() throws Exception {
    always(server, PartnerServer.json(200, Answers.SUMMARY).build());
    IPartner partner = server.partner();

    atOnce(4, () -> partner.invoices().summary().getAsync().join());

    Thread[] threads = new Thread[Thread.activeCount() + 100];
    int count = Thread.enumerate(threads);
    List<Thread> ours =
        Arrays.stream(threads, 0, count)
            .filter(thread -> thread.getName().matches("(?i)(partnercenter|okhttp|okio).*"))
            .toList();
    assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
  }

  private static String currency(IPartner partner) {
    return String.valueOf(partner.invoices().summary().get().currencyCode());
  }

  private static void always(PartnerServer server, MockResponse response) {
    server
        .mock()
        .setDispatcher(
            new Dispatcher() {
              @Override
              public MockResponse dispatch(RecordedRequest request) {
                return response;
              }
            });
  }

  /** What {@code call} brings on that many threads, none of which begins before all are there. */
  private static <T> List<T> atOnce(int threads, Callable<T> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Background<T>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(
          Background.start(
              () -> {
                start.await();
                return call.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Background<T> thread : running) results.add(thread.result());
    return results;
  }
}
