package io.partnercenter.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.InvoiceSummary;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AsyncTest {
  private final PartnerServer server = new PartnerServer();
  private final CountDownLatch hungUp = new CountDownLatch(1);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void bringsWhatGetBrings() throws Exception {
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.page(1, 2, null));
    IPartner partner = server.partner();

    InvoiceSummary summary = partner.invoices().summary().getAsync().get(20, SECONDS);
    PagedResourceCollection<OneTimeInvoiceLineItem> page =
        partner.invoices().byId("G1").lineItems(Answers.ROWS).getAsync().get(20, SECONDS);

    assertThat(summary.balanceAmount()).isEqualTo("120.50");
    assertThat(page.items()).hasSize(2);
  }

  @Test
  void failsAsGetFails() {
    server.answers(404).answers(404);
    IPartner partner = server.partner();

    assertThatThrownBy(() -> partner.invoices().summary().getAsync().get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(PartnerServiceException.class);
    assertThatThrownBy(() -> partner.invoices().summary().getAsync().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(PartnerServiceException.class);
  }

  @Test
  @DisplayName("C51: cancelling the future hangs up, and nothing more is asked")
  void cancellingHangsUp() throws Exception {
    CompletableFuture<InvoiceSummary> future = unanswered().invoices().summary().getAsync();
    assertThat(server.mock().takeRequest()).isNotNull();

    assertThat(future.cancel(true)).isTrue();

    Background.await(hungUp);
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C51: a future that runs out of its own time hangs up, too")
  void orTimeoutHangsUp() throws Exception {
    CompletableFuture<InvoiceSummary> future = unanswered().invoices().summary().getAsync();
    assertThat(server.mock().takeRequest()).isNotNull();

    assertThat(future.orTimeout(1, MILLISECONDS)).isSameAs(future);

    assertThatThrownBy(() -> future.get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    Background.await(hungUp);
  }

  @Test
  @DisplayName("C51: cancelling the future ends the pause between two attempts")
  void cancellingEndsAPause() throws Exception {
    CountDownLatch pausing = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Timing.Sleeper endless =
        (pause, closed) -> {
          pausing.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        };
    IPartner partner =
        server.partner(
            TimedPartners.builder(
                    new Timing(InstantSource.system(), System::nanoTime, endless, () -> 0.5))
                .baseUrl(server.baseUrl())
                .credentials(PartnerCredentials.bearer(() -> "hunter2")));
    server.answers(500);
    CompletableFuture<InvoiceSummary> future = partner.invoices().summary().getAsync();
    Background.await(pausing);

    future.cancel(true);

    Background.await(interrupted);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aCancelledCallLeavesNoInterruptOnAThreadOfOthers() throws Exception {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      IPartner partner = server.partner(server.builder().executor(pool));
      CompletableFuture<InvoiceSummary> future = partner.invoices().summary().getAsync();
      assertThat(server.mock().takeRequest()).isNotNull();
      ForkJoinTask<Boolean> next = pool.submit(() -> Thread.currentThread().isInterrupted());

      future.cancel(true);

      assertThat(next.get(20, SECONDS)).isFalse();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aFlightThatIsCanceledLeavesNoInterruptOnAThreadOfOthers() throws Exception {
    CountDownLatch flying = new CountDownLatch(1);
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      CallFacts facts = new CallFacts("test", "GET", "/", "", "", List.of(), null, null, null);
      Flight<String> flight = new Flight<>(() -> untilInterrupted(flying), facts);
      flight.takeOff(pool);
      Background.await(flying);
      ForkJoinTask<Boolean> next = pool.submit(() -> Thread.currentThread().isInterrupted());

      flight.cancel();

      assertThat(next.get(20, SECONDS)).isFalse();
    } finally {
      pool.shutdownNow();
    }
  }

  private static String untilInterrupted(CountDownLatch flying) {
    flying.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "landed";
  }

  @Test
  void whatIsCancelledBeforeItsTurnIsNeverAsked() {
    List<Runnable> queue = new ArrayList<>();
    IPartner partner = server.partner(server.builder().executor(queue::add));
    CompletableFuture<InvoiceSummary> future = partner.invoices().summary().getAsync();

    future.cancel(false);
    queue.forEach(Runnable::run);

    assertThat(queue).hasSize(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anExecutorThatRefusesFailsTheFuture() {
    IPartner partner =
        server.partner(
            server
                .builder()
                .executor(
                    task -> {
                      throw new RejectedExecutionException("queue is full");
                    }));

    assertThatThrownBy(() -> partner.invoices().summary().getAsync().get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("queue is full");
  }

  @Test
  void anExecutorOfTheCallersOwnThreadWillDo() {
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner(server.builder().executor(Runnable::run));

    assertThat(partner.invoices().summary().getAsync()).isCompleted();
  }

  /** A partner whose first request is never answered. */
  private IPartner unanswered() {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    OkHttpClient client =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void callFailed(Call call, IOException e) {
                    hungUp.countDown();
                  }
                })
            .build();
    return server.partner(server.builder().okHttp(client));
  }
}
