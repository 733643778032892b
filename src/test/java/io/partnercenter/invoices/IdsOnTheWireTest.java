package io.partnercenter.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.testing.PartnerServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an id is made of, it is one segment of the path and no more. */
class IdsOnTheWireTest {
  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  @AfterProperty
  void closeServer() {
    server.close();
  }

  private String segmentOf(String id) {
    int before = server.requests().size();
    server.answersJson(200, "{}");
    partner.invoices().byId(id).get();
    List<String> targets = server.targets();
    assertThat(targets).hasSize(before + 1);
    String target = targets.get(before);
    assertThat(target).startsWith("/v1/invoices/");
    return target.substring("/v1/invoices/".length());
  }

  /** Turns percent signs and what follows them into characters; by other means than the SDK. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @DisplayName("C53: an id with characters that mean something in a URL means nothing there")
  @CsvSource({
    "a/b, a%2Fb",
    "../secrets, ..%2Fsecrets",
    "..\\secrets, ..%5Csecrets",
    "a?b=c, a%3Fb=c",
    "a#b, a%23b",
    "a b, a%20b",
    "'  a ', %20%20a%20",
    "a%2Fb, a%252Fb",
    "%2e%2e, %252e%252e",
    "a;b, a;b",
    "Zürich, Z%C3%BCrich",
    "株, %E6%A0%AA",
    "😀, %F0%9F%98%80",
    "..., ...",
  })
  void isEncoded(String id, String segment) {
    String sent = segmentOf(id);

    assertThat(sent).isEqualTo(segment);
    assertThat(decoded(sent)).isEqualTo(id);
  }

  @ParameterizedTest
  @DisplayName("C53: line items are below the same one segment")
  @CsvSource({"a/b, a%2Fb", "a?b, a%3Fb", "a b, a%20b"})
  void isEncodedAboveLineItems(String id, String segment) {
    server.answersJson(200, Pages.of().json());
    var query = LineItemQuery.oneTimeBilling("USD", BillingPeriod.PREVIOUS);

    partner.invoices().byId(id).lineItems(query).get();

    assertThat(server.request().getTarget())
        .startsWith("/v1/invoices/" + segment + "/lineitems?provider=onetime&");
  }

  @Property(tries = 200)
  @Label("C53: any id is exactly one segment that decodes to the id")
  void isOneSegmentThatDecodesToTheId(@ForAll("ids") String id) {
    String segment = segmentOf(id);

    assertThat(segment).matches("[!-~&&[^/?#]]+");
    assertThat(decoded(segment)).isEqualTo(id);
  }

  @Provide
  Arbitrary<String> ids() {
    Set<String> taken = Set.of(".", "..", "summary", "summaries", "estimates", "unbilled");
    Arbitrary<String> odd =
        Arbitraries.strings().withChars("/\\?#%&+;=:@ .é株\u2028[]{}|\"<>^`'aG0").ofMaxLength(12);
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
    return Arbitraries.oneOf(odd, any)
        .filter(id -> !id.isBlank() && !taken.contains(id.toLowerCase(Locale.ROOT)))
        .filter(id -> id.chars().noneMatch(Character::isISOControl))
        .filter(id -> StandardCharsets.UTF_8.newEncoder().canEncode(id));
  }
}
