package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are JSON, in which something that should be a figure is none. */
class FigureTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("C29: what is no figure is refused, and never becomes one")
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "\"NaN\"",
        "\"12,50\"",
        "\"1 000\"",
        "\"0x10\"",
        "01",
        "1.",
        ".5",
        "+1",
        "1E999999999",
        "\"1E999999999\"",
        "-1E-999999999",
        "1E99999999999999999999",
        "true",
        "{}",
        "[1]",
      })
  void whatIsNoFigureIsRefused(String figure) {
    server.answersJson(200, "{\"balanceAmount\":" + figure + "}");

    assertThat(failure().attempts()).hasSize(1);
  }

  @Test
  void theMessageSaysWhereItIsAndWhatItSays() {
    server.answersJson(200, "{\"details\":[{},{\"summary\":{\"balanceAmount\":\"twelve\"}}]}");

    PartnerDataException e = failure();

    assertThat(e.field()).contains("details[1].summary.balanceAmount");
    assertThat(e.text()).contains("twelve");
    assertThat(e.row()).isEmpty();
    assertThat(e)
        .hasMessageContaining(
            "answered what cannot be read: field details[1].summary.balanceAmount, which says"
                + " \"twelve\": not an amount");
  }

  @Test
  @DisplayName("C48: an amount of a million digits is refused, not computed")
  void anAmountOfAMillionDigitsIsRefused() {
    server.answersJson(200, "{\"balanceAmount\":" + "9".repeat(1_000_000) + "}");

    assertThat(failure().getMessage()).hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @DisplayName("C29: a figure that cannot be counted is refused wherever it stands")
  @ValueSource(
      strings = {
        "{\"new\":1e99999999999,\"items\":[]}",
        "{\"totalCount\":1e99999999999,\"items\":[]}",
        "{\"items\":[{\"new\":1e99999999999}]}",
        "{\"items\":[{\"new\":[{\"x\":1e99999999999}]}]}",
        "{\"items\":[{\"unitPrice\":1e99999999999}]}",
        "{\"items\":[],\"links\":{\"new\":1e99999999999}}",
        "{\"items\":[],\"attributes\":{\"new\":1e99999999999}}",
      })
  void aFigureThatCannotBeCountedIsRefused(String page) {
    server.answersJson(200, page);

    PartnerDataException e =
        catchThrowableOfType(
            PartnerDataException.class,
            () -> partner.invoices().byId("G1").lineItems(Answers.ROWS).get());

    assertThat(e.attempts()).extracting(Attempt::failure).containsExactly("unreadable");
  }

  private PartnerDataException failure() {
    return catchThrowableOfType(
        PartnerDataException.class, () -> partner.invoices().summary().get());
  }
}
