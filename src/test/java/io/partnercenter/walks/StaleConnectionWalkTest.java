package io.partnercenter.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.RetryOptions;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.invoices.WalkOptions;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.ClientKind;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.Relay;
import io.partnercenter.testing.Relay.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks whose consumer takes so long over each page that the connections come to an end. */
class StaleConnectionWalkTest {
  private static final int PAGES = 5;

  private final PartnerServer server = new PartnerServer();
  private final Relay relay = new Relay(server.mock().getPort());
  private final OkHttpClient.Builder client = new OkHttpClient.Builder();

  StaleConnectionWalkTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    relay.close();
    server.close();
  }

  static Stream<Arguments> cases() {
    return Stream.of(ClientKind.values())
        .flatMap(kind -> Stream.of(End.values()).map(end -> Arguments.of(kind, end)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("C56: a walk goes on after each pause of its consumer, without a retry")
  void aWalkGoesOnAfterEachPause(ClientKind kind, End end) {
    PageServer pages = new PageServer(PAGES, 3);
    List<String> rows = new ArrayList<>();
    try (IPartner partner = partner(kind, pages, end)) {
      PagedOperations<OneTimeInvoiceLineItem> walk =
          Walks.byToken(partner, 3).with(WalkOptions.defaults().prefetch(0));
      walk.pages()
          .forEach(
              page -> {
                page.items().forEach(row -> rows.add(row.orderId()));
                endConnections(end);
              });
    }

    assertThat(rows).containsExactlyElementsOf(pages.allRows());
    assertThat(pages.asked()).doesNotHaveDuplicates();
    assertThat(server.time().naps()).isEmpty();
  }

  private IPartner partner(ClientKind kind, PageServer pages, End end) {
    kind.serve(server.mock());
    server.mock().setDispatcher(pages);
    PartnerBuilder builder =
        server.builder().baseUrl(relay.through(server.baseUrl())).retry(RetryOptions.none());
    if (end == End.SILENT) builder.timeout(Duration.ofSeconds(2));
    return kind.partner(builder, kind.client(client));
  }

  private void endConnections(End end) {
    try {
      relay.end(end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
