package io.partnercenter.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.campaigns.Wire.Place;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.PagedResourceCollection;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.Campaign;
import io.partnercenter.testing.Fixtures;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of twenty rows in which one byte is another. */
class DamagedPagesTest {
  private static final int TRIALS = 5_000;
  private static final int ROWS = 20;
  private static final byte[] BYTES = {
    '\n', '\t', '"', '\\', '{', '}', '[', ']', ',', 0, (byte) 0x80, (byte) 0xff
  };

  /** What the rows are, and how the JSON is written. */
  enum Written {
    LINES_COMPACT("line-items/one-time-every-field", json -> json),
    LINES_SPACED(
        "line-items/daily-rated-usage-every-field",
        json -> json.replace(",\"", ", \"").replace("\":", "\" : ").replace("},{", "},\r\n  {")),
    INVOICES("invoices/every-field", json -> json);

    private final String page;

    Written(String fixture, UnaryOperator<String> spelling) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) rows.add(row(fixture, i));
      page =
          spelling.apply(
              "{\"totalCount\":20,\"items\":["
                  + String.join(",", rows)
                  + "],\"continuationToken\":\"AbC\",\"links\":{\"self\":{\"uri\":\"/invoices\","
                  + "\"method\":\"GET\",\"headers\":[]}},"
                  + "\"attributes\":{\"objectType\":\"Collection\"}}");
    }

    /** Each has figures and texts of its own. */
    private static String row(String fixture, int index) {
      Node row = Node.of(Fixtures.text(fixture).getBytes(UTF_8));
      row.forEachParent(
          parent ->
              parent.children.stream()
                  .filter(child -> child.size() == 0)
                  .forEach(child -> child.said = own(child, index)));
      return row.toString();
    }

    private static String own(Node node, int index) {
      boolean isNumber = node.shape == Node.Shape.NUMBER && node.said.contains(".");
      boolean isName = node.said.matches("[A-Z][a-z]+( [A-Za-z]+)*");
      return isNumber || isName ? node.said + index : node.said;
    }

    private PagedOperations<?> rows(IPartner partner) {
      if (this == INVOICES) return partner.invoices().query(InvoiceQuery.all());
      LineItemQuery<?> query =
          this == LINES_COMPACT
              ? LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS)
              : LineItemQuery.oneTimeUsage("USD", BillingPeriod.PREVIOUS);
      return partner.invoices().byId("G1").lineItems(query);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C57: a byte that is another takes two rows at most, or is a failure that says where")
  @Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
  void aByteThatIsAnother(Written written) {
    Wire wire = new Wire(Place.SERVICE);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    try (IPartner partner = MutatedAnswer.partner(wire)) {
      Trial trial = new Trial(written, wire, partner);
      List<?> rows = trial.whole();
      Campaign.run(
          "single bytes changed in " + written,
          TRIALS,
          seed -> outcomes.merge(trial.run(new Random(seed), rows), 1, Integer::sum));
    }
    System.out.println("  " + written + ": " + outcomes);
  }

  /** What became of a page. */
  private enum Outcome {
    VALID,
    ASIDE,
    FAILED
  }

  private record Trial(Written written, Wire wire, IPartner partner) {
    List<?> whole() {
      wire.answers(written.page.getBytes(UTF_8));
      List<?> rows = written.rows(partner).get().items();
      assertThat(rows).hasSize(ROWS).doesNotHaveDuplicates();
      return rows;
    }

    Outcome run(Random random, List<?> rows) {
      byte[] body = written.page.getBytes(UTF_8);
      int at = random.nextInt(body.length);
      body[at] = BYTES[random.nextInt(BYTES.length)];
      boolean setsAside = random.nextInt(4) > 0;
      wire.answers(body);
      List<UnreadableRow> aside = new ArrayList<>();
      PagedResourceCollection<?> page;
      try {
        PagedOperations<?> all = written.rows(partner);
        page = (setsAside ? all.onUnreadable(aside::add) : all).get();
      } catch (PartnerDataException e) {
        String message = e.getMessage();
        boolean names = e.row().isPresent() || e.field().isPresent();
        assertThat(names || message.matches("(?s).*(before its first field|it begins with).*"))
            .as(message)
            .isTrue();
        return Outcome.FAILED;
      } catch (PartnerTransportException e) {
        assertThat(e).hasMessageContaining("ends too soon, in ");
        assertThat(at).as("the place of the byte").isGreaterThan(body.length - 60);
        return Outcome.FAILED;
      }
      if (isJson(body)) {
        Figures.assertAre(page, Node.of(CutPage.without(aside, body)));
        return Outcome.VALID;
      }
      assertThat(setsAside).as("a broken page was read").isTrue();
      assertThat(aside).hasSizeBetween(1, 2);
      assertThat(page.items()).hasSizeGreaterThanOrEqualTo(ROWS - 2).hasSizeLessThan(ROWS);
      assertThat(new ArrayList<Object>(rows)).containsSubsequence(page.items().toArray());
      return Outcome.ASIDE;
    }

    private static boolean isJson(byte[] body) {
      try {
        return Node.of(body) != null;
      } catch (UncheckedIOException e) {
        return false;
      }
    }
  }
}
