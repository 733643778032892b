package io.partnercenter.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.campaigns.Wire.Place;
import io.partnercenter.invoices.LineItemQuery;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import io.partnercenter.testing.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million amounts and a million times, each from a page of line items and from an export. */
@Timeout(300)
class MillionFiguresTest {
  private static final int TRIALS = 1_000;
  private static final int ROWS = 1_000;

  /** What was sent, so that what comes can be held against it. */
  private record Sent(RandomAmount amount, RandomMoment moment) {
    static List<Sent> some(long seed) {
      Random random = new Random(seed);
      List<Sent> some = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        some.add(new Sent(RandomAmount.of(random), RandomMoment.of(random)));
      }
      return some;
    }

    String json(String number, String text, String time, String day) {
      return "{\"%s\":%s,\"%s\":\"%s\",\"%s\":\"%s\",\"%s\":\"%s\"}"
          .formatted(
              number, amount.text(), text, amount.text(), time, moment.text(), day, moment.text());
    }
  }

  @Test
  @DisplayName("C29, C31: a million amounts and times of line items come out to the last digit")
  void amountsAndTimesOfLineItemsComeOutToTheLastDigit() {
    Wire wire = new Wire(Place.SERVICE);
    try (IPartner partner = MutatedAnswer.partner(wire)) {
      Campaign.run(
          "pages of 1,000 amounts, as number and as text, and 1,000 times",
          TRIALS,
          seed -> {
            List<Sent> sent = Sent.some(seed);
            StringJoiner rows = new StringJoiner(",", "{\"items\":[", "]}");
            for (Sent row : sent) rows.add(row.json("unitPrice", "subtotal", "orderDate", "day"));
            wire.answers(rows.toString().getBytes(UTF_8));

            try (Stream<OneTimeInvoiceLineItem> lines =
                partner
                    .invoices()
                    .byId("G1")
                    .lineItems(LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS))
                    .stream()) {
              List<OneTimeInvoiceLineItem> read = lines.toList();
              assertThat(read).hasSize(ROWS);
              for (int i = 0; i < ROWS; i++) {
                OneTimeInvoiceLineItem line = read.get(i);
                assertIs(line.unitPrice(), sent.get(i).amount().amount(), sent.get(i));
                assertIs(line.subtotal(), sent.get(i).amount().amount(), sent.get(i));
                assertIs(line.orderDate(), sent.get(i).moment().time(), sent.get(i));
              }
            }
          });
    }
  }

  @Test
  @DisplayName("C29, C31: a million amounts, times and days of exports come out to the last digit")
  void amountsTimesAndDaysOfExportsComeOutToTheLastDigit() {
    Wire wire = new Wire(Place.BLOB);
    try (IPartner partner = MutatedAnswer.partner(wire)) {
      Campaign.run(
          "files of 1,000 amounts, as number and as text, and 1,000 times, also as days",
          TRIALS,
          seed -> {
            List<Sent> sent = Sent.some(seed);
            StringJoiner rows = new StringJoiner("\n");
            for (Sent row : sent) {
              rows.add(row.json("UnitPrice", "Quantity", "ChargeStartDate", "UsageDate"));
            }
            wire.answers(rows.toString().getBytes(UTF_8));

            try (Stream<DailyUsageRecord> lines =
                partner.exports().billedUsage("G1").start().stream()) {
              List<DailyUsageRecord> read = lines.toList();
              assertThat(read).hasSize(ROWS);
              for (int i = 0; i < ROWS; i++) {
                Sent row = sent.get(i);
                assertIs(read.get(i).unitPrice(), row.amount().amount(), row);
                assertIs(read.get(i).quantity(), row.amount().amount(), row);
                assertIs(read.get(i).chargeStartDate(), row.moment().time(), row);
                boolean none = row.moment().time() == null;
                assertIs(
                    read.get(i).usageDate(), none ? null : row.moment().time().toLocalDate(), row);
              }
            }
          });
    }
  }

  /** Also of the same scale and of the same offset. */
  private static void assertIs(@Nullable Object read, @Nullable Object expected, Sent sent) {
    boolean same = expected == null ? read == null : expected.equals(read);
    if (!same) throw new AssertionError(sent + " came out as " + read);
  }
}
