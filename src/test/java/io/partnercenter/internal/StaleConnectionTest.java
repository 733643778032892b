package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerListener;
import io.partnercenter.RequestOptions;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Relay;
import io.partnercenter.testing.Relay.End;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Idle connections that have come to an end, and calls that draw on them. */
class StaleConnectionTest {
  private static final int IDLE = 5;

  private final PartnerServer server = new PartnerServer();
  private final Relay relay = new Relay(server.mock().getPort());
  private final ConnectionPool pool = new ConnectionPool();
  private final List<IPartner> partners = new ArrayList<>();
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private OkHttpClient client = new OkHttpClient();

  StaleConnectionTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    partners.forEach(IPartner::close);
    pool.evictAll();
    relay.close();
    server.close();
  }

  static Stream<Arguments> cases() {
    return Stream.of(ClientKind.values())
        .flatMap(kind -> Stream.of(End.values()).map(end -> Arguments.of(kind, end)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("C56: five idle connections that have ended cost a call none of its attempts")
  void aDroppedIdleConnectionCostsNoAttempt(ClientKind kind, End end) throws Exception {
    IPartner partner = withIdleConnections(kind, end, RetryOptions.none());
    relay.end(end);

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");

    assertThat(attempts).last().returns(200, Attempt::status);
    assertThat(attempts.subList(0, attempts.size() - 1))
        .hasSizeLessThan(2)
        .allSatisfy(attempt -> assertThat(attempt.status()).isNull())
        .allSatisfy(attempt -> assertThat(attempt.failure()).endsWith(" on a reused connection"));
    if (!kind.isHttp2() || end == End.SILENT) assertThat(attempts).as("history").hasSize(2);
    assertThat(attempts).extracting(Attempt::pause).containsOnlyNulls();
    assertThat(server.time().naps()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName(
      "C56: one call at most meets idle connections that have ended, however many there are")
  void noFurtherCallDrawsOnThem(ClientKind kind, End end) throws Exception {
    IPartner partner = withIdleConnections(kind, end, RetryOptions.none());
    relay.end(end);

    for (int i = 0; i < 2 * IDLE; i++) partner.invoices().summary().get();

    assertThat(attempts).filteredOn(attempt -> attempt.status() == null).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C56: a call is repeated once in this way; its further attempts count")
  void aCallIsRepeatedOnceInThisWay(ClientKind kind) throws Exception {
    IPartner partner = withIdleConnections(kind, End.SILENT, RetryOptions.defaults());
    int before = relay.connections();
    relay.end(End.SILENT);
    relay.refuse(100);

    PartnerTransportException e = failure(partner);

    assertThat(e.attempts()).hasSize(1 + 4);
    assertThat(e.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(e.attempts().get(0).failure()).isEqualTo("timeout on a reused connection");
    assertThat(relay.connections() - before).as("one for each further attempt").isEqualTo(4);
    assertThat(server.time().naps()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C56: a new connection that fails is an attempt like any other")
  void aNewConnectionThatFailsIsAnAttempt(ClientKind kind) throws Exception {
    IPartner partner = partner(kind, builder().retry(RetryOptions.none()));
    relay.refuse(1);

    assertThat(failure(partner).attempts()).hasSize(1);
    assertThat(relay.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C56: a call that waits on a connection that has ended ends with an interrupt")
  void anInterruptIsNotRepeated(ClientKind kind) throws Exception {
    IPartner partner = withIdleConnections(kind, End.CLOSED, RetryOptions.defaults());
    Background<InvoiceSummary> call = waitingInVain(partner);

    call.interrupt();

    assertThat(call.failure(PartnerTransportException.class).attempts()).hasSize(1);
    assertThat(call.keptInterrupt()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C56: a call that waits on a connection that has ended ends with its partner")
  void aClosedPartnerRepeatsNothing(ClientKind kind) throws Exception {
    IPartner partner = withIdleConnections(kind, End.SILENT, RetryOptions.defaults());
    Background<InvoiceSummary> call = waitingInVain(partner);

    partners.forEach(IPartner::close);

    assertThat(call.failure(PartnerTransportException.class).attempts()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("C56: the application's pool keeps its connections, and nothing else is left open")
  void thePoolIsNotEmptiedAndNothingElseIsLeft(ClientKind kind, End end) throws Exception {
    IPartner partner = withIdleConnections(kind, end, RetryOptions.none());
    relay.end(end);

    partner.invoices().summary().get();
    partner.invoices().summary().get();
    int kept = pool.connectionCount();
    partners.forEach(IPartner::close);

    if (kind.isHandedIn() && !kind.isHttp2()) assertThat(kept).isEqualTo(IDLE - 1);
    assertThat(pool.connectionCount()).isEqualTo(kept);
    pool.evictAll();
    relay.awaitOpen(0);
  }

  @ParameterizedTest
  @EnumSource(names = "HANDED_IN.*", mode = EnumSource.Mode.MATCH_ALL)
  @DisplayName(
      "C56: connections that another partner of the same client has used are known as used")
  void connectionsUsedByAnotherPartnerAreKnown(ClientKind kind) throws Exception {
    withIdleConnections(kind, End.CLOSED, RetryOptions.none());
    IPartner other = partner(kind, builder().retry(RetryOptions.none()));
    relay.end(End.RESET);

    assertThat(other.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }

  @Test
  @DisplayName(
      "C56: where it cannot be known that a connection was used, one attempt at most fails")
  void whereItCannotBeKnownOneAttemptFails() throws Exception {
    client = client.newBuilder().eventListener(new EventListener() {}).build();
    withIdleConnections(ClientKind.HANDED_IN_HTTP_1, End.CLOSED, RetryOptions.none());
    IPartner other = partner(ClientKind.HANDED_IN_HTTP_1, builder());
    relay.end(End.CLOSED);

    other.invoices().summary().get();

    assertThat(attempts).extracting(Attempt::status).containsExactly(null, 200);
  }

  private PartnerBuilder builder() {
    return server
        .builder()
        .listener(
            new PartnerListener() {
              @Override
              public void onAttempt(AttemptEvent event) {
                attempts.add(event.attempt());
              }
            });
  }

  private IPartner partner(ClientKind kind, PartnerBuilder builder) {
    kind.serve(server.mock());
    builder.baseUrl(relay.through(server.baseUrl()));
    IPartner partner = kind.partner(builder, kind.client(client.newBuilder().connectionPool(pool)));
    partners.add(partner);
    return partner;
  }

  /** A partner that has made several calls at once, and does not wait for {@code end} for long. */
  private IPartner withIdleConnections(ClientKind kind, End end, RetryOptions retry)
      throws Exception {
    server.mock().setDispatcher(new Service());
    IPartner partner = partner(kind, builder().retry(retry));
    List<Background<?>> calls = new ArrayList<>();
    for (int i = 0; i < IDLE; i++) {
      calls.add(Background.start(() -> partner.invoices().summary().get()));
    }
    for (Background<?> call : calls) call.result();
    assertThat(server.request().getRequestLine()).endsWith(kind.isHttp2() ? "HTTP/2" : "HTTP/1.1");
    if (!kind.isHttp2()) assertThat(relay.connections()).isEqualTo(IDLE);
    attempts.clear();
    if (end != End.SILENT) return partner;
    Duration enough = Duration.ofSeconds(kind.isHttp2() ? 2 : 1); // TLS takes its time.
    return partner.with(RequestOptions.defaults().timeout(enough));
  }

  private Background<InvoiceSummary> waitingInVain(IPartner partner) throws IOException {
    relay.end(End.SILENT);
    Background<InvoiceSummary> call = Background.start(() -> partner.invoices().summary().get());
    relay.awaitSwallowed();
    return call;
  }

  private static PartnerTransportException failure(IPartner partner) {
    return catchThrowableOfType(
        PartnerTransportException.class, () -> partner.invoices().summary().get());
  }

  /** Answers the first requests together, so that each has a connection of its own. */
  private static final class Service extends Dispatcher {
    private final CyclicBarrier first = new CyclicBarrier(IDLE);
    private volatile boolean met;

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      try {
        if (!met) first.await();
        met = true;
      } catch (BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
      return PartnerServer.json(200, Answers.SUMMARY).build();
    }
  }
}
