package io.partnercenter.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerListener;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.invoices.PageSink;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theListenerHearsHowFarTheWalkHasCome() {
    PageServer pages = new PageServer(3, 4);
    server.mock().setDispatcher(pages);
    List<PartnerListener.PageEvent> heard = new ArrayList<>();
    IPartner partner = partner(heard);

    Walks.byToken(partner, 4).stream().forEach(row -> {});

    assertThat(heard).extracting(event -> event.pages()).containsExactly(1, 2, 3);
    assertThat(heard).extracting(event -> event.rows()).containsExactly(4L, 8L, 12L);
    assertThat(heard).extracting(event -> event.pageRows()).containsExactly(4, 4, 4);
    assertThat(heard.get(2).bytes())
        .isEqualTo(pages.json(0).length() + pages.json(1).length() + pages.json(2).length());
  }

  @Test
  void retriesAreCountedOverTheWholeWalk() {
    server.mock().setDispatcher(new Stumbling(3, 2, 2));
    List<PartnerListener.PageEvent> heard = new ArrayList<>();

    Walks.byToken(partner(heard), 2).stream().forEach(row -> {});

    assertThat(heard).extracting(event -> event.retries()).containsExactly(2, 4, 6);
  }

  @Test
  void retriesCanBeLimitedForTheWholeWalk() {
    Stumbling pages = new Stumbling(3, 2, 1);
    server.mock().setDispatcher(pages);
    var rows =
        Walks.byToken(server.partner(), 2).with(WalkOptions.defaults().prefetch(0).maxRetries(1));

    assertThatThrownBy(() -> rows.stream().forEach(row -> {}))
        .isInstanceOf(PartnerServiceException.class);
    assertThat(pages.asked()).containsExactly(0, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 16})
  void noRetryIsMadeAheadThatTheWalkHasNotLeft(int prefetch) {
    Stumbling pages = new Stumbling(6, 2, 1);
    server.mock().setDispatcher(pages);
    var rows =
        Walks.byOffset(server.partner(), 2)
            .with(WalkOptions.defaults().prefetch(prefetch).maxRetries(1));

    assertThatThrownBy(() -> rows.stream().forEach(row -> {}))
        .isInstanceOf(PartnerServiceException.class);
    assertThat(pages.asked()).hasSize(3);
  }

  @Test
  void theTimeOfAPageBeginsWhenItIsAskedFor() {
    PageServer pages = new PageServer(3, 2);
    server.mock().setDispatcher(pages);
    IPartner partner =
        server.partner(
            server
                .builder()
                .deadline(Duration.ofMinutes(1))
                .executor(
                    task -> {
                      throw new RejectedExecutionException("full");
                    }));
    List<String> rows = new ArrayList<>();

    Walks.byToken(partner, 2).stream()
        .forEach(
            row -> {
              rows.add(row.orderId());
              server.time().pass(Duration.ofMinutes(2));
            });

    assertThat(rows).containsExactlyElementsOf(pages.allRows());
  }

  @Test
  void aSinkGoesOnWhereItWasAndIsDoneWhenItIs() {
    PageServer pages = new PageServer(5, 2);
    server.mock().setDispatcher(pages);
    var rows = Walks.byToken(server.partner(), 2).with(WalkOptions.defaults().prefetch(0));
    Stored stored = new Stored();
    stored.failsAtPage = 3;

    assertThatThrownBy(() -> rows.drainTo(stored)).hasMessage("the database is down");
    assertThat(stored.rows).containsExactly("0", "1", "2", "3", "4", "5");

    assertThat(rows.drainTo(stored)).isEqualTo(2);
    assertThat(stored.rows).containsExactlyElementsOf(pages.allRows());

    int asked = pages.asked().size();
    assertThat(rows.drainTo(stored)).isZero();
    assertThat(pages.asked()).hasSize(asked);
  }

  @Test
  void sharedTextsAreOneObjectAndRowsAreEqualAllTheSame() {
    server.mock().setDispatcher(new PageServer(3, 4));
    var rows = Walks.byToken(server.partner(), 4);

    List<OneTimeInvoiceLineItem> plain = rows.stream().toList();
    List<OneTimeInvoiceLineItem> shared =
        rows.with(WalkOptions.defaults().sharesText(true)).stream().toList();

    assertThat(shared).isEqualTo(plain);
    assertThat(shared.get(11).customerName()).isSameAs(shared.get(0).customerName());
    assertThat(plain.get(11).customerName()).isNotSameAs(plain.get(0).customerName());
  }

  private IPartner partner(List<PartnerListener.PageEvent> heard) {
    return server.partner(
        server
            .builder()
            .listener(
                new PartnerListener() {
                  @Override
                  public void onPage(PageEvent event) {
                    heard.add(event);
                  }
                }));
  }

  /** Fails so many times before each page. */
  private static final class Stumbling extends PageServer {
    private final int times;
    private int stumbled;

    Stumbling(int pages, int pageSize, int times) {
      super(pages, pageSize);
      this.times = times;
    }

    @Override
    synchronized MockResponse answer(int page, RecordedRequest request)
        throws InterruptedException {
      stumbled = (stumbled + 1) % (times + 1);
      return stumbled == 0
          ? super.answer(page, request)
          : new MockResponse.Builder().code(503).build();
    }
  }

  /** A database of the kind that is down now and then. */
  private static final class Stored implements PageSink<OneTimeInvoiceLineItem> {
    final List<String> rows = new ArrayList<>();
    private @Nullable Cursor reached;
    private int failsAtPage = -1;

    @Override
    public @Nullable Cursor reached() {
      return reached == null ? null : new Cursor(reached.value());
    }

    @Override
    public void store(List<OneTimeInvoiceLineItem> page, Cursor reached) {
      if (failsAtPage-- == 0) throw new IllegalStateException("the database is down");
      page.forEach(row -> rows.add(row.orderId()));
      this.reached = reached;
    }
  }
}
