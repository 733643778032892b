package io.partnercenter.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.PartnerServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrefetchTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner(server.builder().retry(RetryOptions.none()));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theNextPageIsFetchedWhileTheCallerWorksOnThisOne() {
    CountDownLatch secondAsked = new CountDownLatch(1);
    serve(
        new PageServer(2, 3) {
          @Override
          MockResponse answer(int page, RecordedRequest request) throws InterruptedException {
            if (page == 1) secondAsked.countDown();
            return super.answer(page, request);
          }
        });

    List<Boolean> askedWhileWorking = new ArrayList<>();
    Walks.byToken(partner, 3)
        .pages()
        .limit(1)
        .forEach(page -> askedWhileWorking.add(await(secondAsked)));

    assertThat(askedWhileWorking).containsExactly(true);
  }

  @Test
  void withoutPrefetchAPageIsAskedForWhenItIsItsTurn() {
    PageServer pages = serve(new PageServer(3, 2));
    var rows = Walks.byToken(partner, 2).with(WalkOptions.defaults().prefetch(0));

    List<Integer> askedByThen = new ArrayList<>();
    rows.pages().forEach(page -> askedByThen.add(pages.asked().size()));

    assertThat(askedByThen).containsExactly(1, 2, 3);
  }

  @Test
  void noRequestIsMadeBeforeTheTerminalOperation() {
    PageServer pages = serve(new PageServer(2, 2));

    Stream<OneTimeInvoiceLineItem> rows = Walks.byToken(partner, 2).stream().filter(row -> true);

    assertThat(pages.asked()).isEmpty();
    assertThat(rows.count()).isEqualTo(4);
  }

  @Test
  void rowsComeInOrderAndOnceWhateverIsFetchedAhead() {
    for (int ahead = 0; ahead <= 4; ahead++) {
      PageServer pages = serve(new PageServer(7, 3));
      WalkOptions options = WalkOptions.defaults().prefetch(ahead);

      assertThat(Walks.byToken(partner, 3).with(options).stream().map(row -> row.orderId()))
          .containsExactlyElementsOf(pages.allRows());
      assertThat(Walks.byOffset(partner, 3).with(options).stream().map(row -> row.orderId()))
          .containsExactlyElementsOf(pages.allRows());
    }
  }

  @Test
  void pagesByOffsetAreFetchedSeveralAtATime() {
    CountDownLatch threeAtOnce = new CountDownLatch(3);
    PageServer pages =
        serve(
            new PageServer(8, 2) {
              @Override
              MockResponse answer(int page, RecordedRequest request) throws InterruptedException {
                if (page > 0) {
                  threeAtOnce.countDown();
                  if (!PrefetchTest.await(threeAtOnce)) throw new AssertionError("one by one");
                }
                return super.answer(page, request);
              }
            });

    assertThat(
            Walks.byOffset(partner, 2).with(WalkOptions.defaults().prefetch(3)).stream()
                .map(row -> row.orderId()))
        .containsExactlyElementsOf(pages.allRows());
  }

  @Test
  void aServerThatMakesPagesSmallerThanAskedForLosesNoRow() {
    PageServer pages = serve(new PageServer(6, 2)); // Its next link says 2 where 5 were asked for.

    assertThat(
            Walks.byOffset(partner, 5).with(WalkOptions.defaults().prefetch(3)).stream()
                .map(row -> row.orderId()))
        .containsExactlyElementsOf(pages.allRows());
  }

  @Test
  void aFailureComesBehindTheRowsOfThePagesBeforeIt() {
    serve(
        new PageServer(5, 2) {
          @Override
          MockResponse answer(int page, RecordedRequest request) throws InterruptedException {
            if (page == 2) return PartnerServer.json(400, "{\"code\":\"3000\"}").build();
            return super.answer(page, request);
          }
        });

    List<String> seen = new ArrayList<>();
    assertThatThrownBy(
            () -> Walks.byToken(partner, 2).stream().forEach(row -> seen.add(row.orderId())))
        .isInstanceOf(PartnerServiceException.class)
        .hasMessageContaining("3000");

    assertThat(seen).containsExactly("0", "1", "2", "3");
  }

  @Test
  void closingTheStreamEndsWhatIsBeingFetchedAhead() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    serve(
        new PageServer(3, 2) {
          @Override
          MockResponse answer(int page, RecordedRequest request) throws InterruptedException {
            if (page == 0) return super.answer(page, request);
            asked.countDown();
            return new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();
          }
        });
    IPartner watched =
        server.partner(
            server
                .builder()
                .listener(
                    new io.partnercenter.PartnerListener() {
                      @Override
                      public void onCall(CallEvent event) {
                        if (!event.succeeded()) ended.countDown();
                      }
                    }));

    try (var rows = Walks.byToken(watched, 2).stream()) {
      assertThat(rows.findFirst()).isPresent();
      assertThat(await(asked)).isTrue();
    }

    assertThat(await(ended)).isTrue();
  }

  @Test
  void anExecutorWithoutAThreadToSpareDoesNotHoldTheWalkUp() {
    PageServer pages = serve(new PageServer(4, 2));
    IPartner starved = server.partner(server.builder().executor(task -> {}));

    assertThat(Walks.byToken(starved, 2).stream().map(row -> row.orderId()))
        .containsExactlyElementsOf(pages.allRows());
  }

  private PageServer serve(PageServer pages) {
    server.mock().setDispatcher(pages);
    return pages;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
