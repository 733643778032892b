package io.partnercenter.invoices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.InvoiceLineItem;
import io.partnercenter.models.LicenseBasedLineItem;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import java.util.stream.Stream;

/** The two ways in which pages follow each other, for tests of what both have in common. */
enum Paging {
  /** By continuation token: the lines of modern commerce. */
  SEEK {
    @Override
    PagedOperations<? extends InvoiceLineItem> lines(IPartner partner) {
      return partner
          .invoices()
          .byId("G1")
          .lineItems(LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS).size(2));
    }

    @Override
    Pages link(Pages page, int index) {
      return page.next("token-" + index);
    }

    @Override
    void assertAskedFor(PartnerServer server, int index) {
      assertThat(server.headers("MS-ContinuationToken").get(index)).isEqualTo("token-" + index);
      assertThat(server.targets().get(index)).contains("seekOperation=Next");
    }
  },
  /** By offset: the lines of legacy invoices. */
  OFFSET {
    @Override
    PagedOperations<? extends InvoiceLineItem> lines(IPartner partner) {
      return partner.invoices().byId("D1").lineItems(LineItemQuery.officeBilling().size(2));
    }

    @Override
    Pages link(Pages page, int index) {
      return page.next(2 * index);
    }

    @Override
    void assertAskedFor(PartnerServer server, int index) {
      assertThat(server.headers("MS-ContinuationToken").get(index)).isNull();
      assertThat(server.targets().get(index)).endsWith("&offset=" + 2 * index);
    }
  };

  /** Lines, two to a page. */
  abstract PagedOperations<? extends InvoiceLineItem> lines(IPartner partner);

  /** {@code page} with a next link to the page with that index, the first being 0. */
  abstract Pages link(Pages page, int index);

  /** Claims that the request with that index, the first being 0, was for the page of that index. */
  abstract void assertAskedFor(PartnerServer server, int index);

  /** Answers with those pages, each with a link to the one after it. */
  void answers(PartnerServer server, Pages... pages) {
    for (int i = 0; i < pages.length; i++) {
      boolean last = i == pages.length - 1;
      server.answersJson(200, (last ? pages[i] : link(pages[i], i + 1)).json());
    }
  }

  /** Goes to the end of {@code rows} and keeps none of them. */
  static void walk(PagedOperations<?> rows) {
    rows.stream().forEach(row -> {});
  }

  static List<String> orderIds(Stream<? extends InvoiceLineItem> lines) {
    return lines.map(Paging::orderId).toList();
  }

  static List<String> orderIds(PagedResourceCollection<? extends InvoiceLineItem> page) {
    return orderIds(page.items().stream());
  }

  static String orderId(InvoiceLineItem line) {
    return requireNonNull(
        line instanceof OneTimeInvoiceLineItem oneTime
            ? oneTime.orderId()
            : ((LicenseBasedLineItem) line).orderId());
  }
}
