package io.partnercenter.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class UnbilledTotalsTest {
  private static final String LINES = "/v1/invoices/unbilled/lineitems";
  private static final Transport LOOPBACK = new OkHttpTransport(new OkHttpClient());

  private final Emulator emulator = Emulator.builder().rows(5).start();
  private final CountDownLatch open = new CountDownLatch(1);
  private final IPartner partner =
      IPartner.builder()
          .baseUrl(emulator.baseUrl())
          .credentials(PartnerCredentials.bearer(emulator::token))
          .transport(this::whenOpen)
          .build();
  private final AtomicLong now = new AtomicLong();
  private final UnbilledTotals totals =
      new UnbilledTotals(partner, Duration.ofMinutes(5), now::get);

  private Response whenOpen(Request request) throws IOException {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("nobody interrupts a test");
    }
    return LOOPBACK.send(request);
  }

  @AfterEach
  void close() {
    partner.close();
    emulator.close();
  }

  @Test
  void aSumIsGoodForAWhile() {
    open.countDown();

    assertThat(totals.in("EUR")).isEqualTo(sum("EUR"));
    now.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
    totals.in("EUR");
    assertThat(emulator.requestCount(LINES)).isEqualTo(1);

    now.addAndGet(1);
    assertThat(totals.in("EUR")).isEqualTo(sum("EUR"));
    assertThat(emulator.requestCount(LINES)).isEqualTo(2);
  }

  @Test
  void eachCurrencyHasItsOwn() {
    open.countDown();

    assertThat(totals.in("EUR")).isEqualTo(sum("EUR"));
    assertThat(totals.in("USD")).isEqualTo(sum("USD"));
  }

  @Test
  void aFailureIsForNobodyWhoComesLater() {
    open.countDown();
    emulator.inject(Fault.status(404).on("/lineitems"));

    assertThatThrownBy(() -> totals.in("EUR")).isInstanceOf(PartnerServiceException.class);
    assertThat(totals.in("EUR")).isEqualTo(sum("EUR"));
  }

  @Test
  @DisplayName("C83: requests that come while a walk is under way share its failure, too")
  void aFailureIsForAllWhoWaited() throws Exception {
    emulator.inject(Fault.status(404).on("/lineitems"));
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = Stream.generate(() -> asking(failures)).limit(10).toList();

    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
    }
    open.countDown();
    for (Thread thread : threads) thread.join();

    assertThat(failures).hasSize(10);
    assertThat(emulator.requestCount(LINES)).isEqualTo(1);
  }

  private Thread asking(Queue<RuntimeException> failures) {
    return new Thread(
        () -> {
          try {
            totals.in("EUR");
          } catch (RuntimeException e) {
            failures.add(e);
          }
        });
  }

  private BigDecimal sum(String currency) {
    return emulator
        .tenant()
        .unbilled(LineKind.ONE_TIME, currency, Period.CURRENT)
        .orElseThrow()
        .total();
  }
}
