package io.partnercenter.invoices;

import static io.partnercenter.invoices.Paging.orderIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page may have the continuation token that leads to the next one. */
class NextTokenTest {
  private static final String SELF = "\"self\":{\"uri\":\"/x\",\"method\":\"GET\",\"headers\":[]}";
  private static final String TOKEN = "AbC,dEf/+==";

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> places() {
    Pages page = Pages.ofOrders("1", "2");
    String quoted = "\"" + TOKEN + "\"";
    return Stream.of(
        Arguments.of("next link's headers", page.next(TOKEN)),
        Arguments.of(
            "next link's headers, with capitals",
            page.links(
                "\"Next\":{\"Uri\":\"/x\",\"Headers\":[{\"Key\":\"ms-continuationtoken\",\"Value\":"
                    + quoted
                    + "}]}")),
        Arguments.of("next link's query", page.nextLink("/x?MS-ContinuationToken=AbC,dEf/+==")),
        Arguments.of(
            "next link's query, encoded",
            page.nextLink("/x?size=2?continuationToken=AbC%2CdEf%2F%2B%3d%3D&seekOperation=Next")),
        Arguments.of("the page", page.nextLink("/x").with("continuationToken", quoted)),
        Arguments.of(
            "the page, beside a self link", page.links(SELF).with("continuationToken", quoted)),
        Arguments.of(
            "the page, beside empty links", page.links("").with("continuationToken", quoted)),
        Arguments.of("the page, without links", page.with("continuationToken", quoted)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  @DisplayName("C61: the token is found wherever the page has it")
  void isFoundWhereverThePageHasIt(String place, Pages first) {
    server.answersJson(200, first.json()).answersJson(200, Pages.ofOrders("3").json());

    assertThat(rows()).containsExactly("1", "2", "3");
    assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, TOKEN);
  }

  @Test
  @DisplayName(
      "C61: the token is found in a header of the response, where a link says there is one")
  void isFoundInAHeaderOfTheResponse() {
    server.answers(received(Pages.ofOrders("1", "2").nextLink("/x"), TOKEN));
    server.answersJson(200, Pages.ofOrders("3").json());

    assertThat(rows()).containsExactly("1", "2", "3");
    assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, TOKEN);
  }

  @Test
  @DisplayName("C61: of several tokens the next link's own comes first")
  void ofTheNextLinkComesFirst() {
    Pages first = Pages.ofOrders("1").next("of the link").with("continuationToken", "\"page's\"");
    server.answers(received(first, "header's")).answersJson(200, Pages.ofOrders("2").json());

    assertThat(rows()).containsExactly("1", "2");
    assertThat(server.headers("MS-ContinuationToken")).containsExactly(null, "of the link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{\"key\":\"X-Locale\",\"value\":\"en\"}]", "[{}]"})
  @DisplayName("C61: a next link without any token fails the walk, with the rows before it read")
  void aNextLinkWithoutATokenIsNoEnd(String headers) {
    String next = "\"next\":{\"uri\":\"/x?seekOperation=Next\",\"headers\":" + headers + "}";
    server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
    server.answersJson(
        200, Pages.ofOrders("3").links(next).with("continuationToken", "null").json());

    assertThatThrownBy(this::rows)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("a link to a next page without a continuation token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "a%0Ab", "Z%C3%BCrich"})
  @DisplayName("C61: a token that cannot be sent back fails the walk")
  void aTokenThatCannotBeSentBackFailsTheWalk(String token) {
    server.answersJson(
        200, Pages.ofOrders("1").nextLink("/x?MS-ContinuationToken=" + token).json());

    assertThatThrownBy(this::rows)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("a continuation token that cannot be sent back");
  }

  static Stream<Pages> lastPages() {
    Pages page = Pages.ofOrders("3");
    return Stream.of(
        page,
        page.links(SELF),
        page.links("\"next\":null"),
        page.links(SELF).with("continuationToken", "null"),
        page.links(SELF).with("continuationToken", "\"\""),
        page.next(" "),
        page.nextLink("/x?MS-ContinuationToken="),
        page.nextLink("/x").with("continuationToken", "\"  \""));
  }

  @ParameterizedTest
  @MethodSource("lastPages")
  @DisplayName("C61: a page without a next link, or with a blank token, is the end")
  void aPageWithoutANextLinkOrWithABlankTokenIsTheEnd(Pages last) {
    server.answersJson(200, Pages.ofOrders("1", "2").next("token-1").json());
    server.answersJson(200, last.json());

    assertThat(rows()).containsExactly("1", "2", "3");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("C61: the last page may repeat the token that it was asked for with")
  void theLastPageMayRepeatItsOwnToken() {
    server.answersJson(200, Pages.ofOrders("1").next("token-1").json());
    Pages last = Pages.ofOrders("2").links(SELF).with("continuationToken", "\"token-1\"");
    server.answers(received(last, "token-1"));

    assertThat(rows()).containsExactly("1", "2");
  }

  private static MockResponse received(Pages page, String token) {
    return PartnerServer.json(200, page.json()).addHeader("MS-ContinuationToken", token).build();
  }

  private List<String> rows() {
    return orderIds(Paging.SEEK.lines(partner).stream());
  }
}
