package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.TokenRequest;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerBuilderTest {
  private final PartnerServer server = new PartnerServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void needsCredentialsAndNothingElse() {
    assertThatThrownBy(() -> IPartner.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a partner needs credentials");

    IPartner.builder().credentials(request -> AccessToken.of("token")).build().close();
  }

  @Test
  void makesNoRequestBeforeItIsAsked() {
    List<TokenRequest> signIns = new ArrayList<>();
    IPartner partner =
        server.partner(
            server
                .builder()
                .credentials(
                    request -> {
                      signIns.add(request);
                      return AccessToken.of("token");
                    }));

    assertThat(
            partner.with(RequestOptions.defaults()).invoices().byId("G1").lineItems(Answers.ROWS))
        .isNotNull();

    assertThat(signIns).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C6: each cloud has its own address, and tokens are for that audience")
  void eachCloudHasItsOwnAddressAndAudience(PartnerCloud cloud) {
    List<String> resources = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    IPartner partner =
        IPartner.builder()
            .cloud(cloud)
            .credentials(
                request -> {
                  resources.add(request.resource());
                  return AccessToken.of("token");
                })
            .transport(
                request -> {
                  addresses.add(request.url().toString());
                  return Answers.of(request, 200, Answers.SUMMARY);
                })
            .build();

    partner.invoices().summary().get();

    assertThat(addresses).containsExactly(cloud.baseUrl() + "/v1/invoices/summary");
    assertThat(resources).containsExactly(cloud.tokenResource());
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL, https://api.partnercenter.microsoft.com, https://login.microsoftonline.com",
    "US_GOVERNMENT, https://api.partnercenter.microsoft.com, https://login.microsoftonline.us",
    "CHINA, https://partner.partnercenterapi.microsoftonline.cn,"
        + " https://login.partner.microsoftonline.cn",
  })
  void theAddressesOfTheClouds(PartnerCloud cloud, URI baseUrl, URI authority) {
    assertThat(cloud.baseUrl()).isEqualTo(baseUrl);
    assertThat(cloud.authority()).isEqualTo(authority);
    assertThat(cloud.tokenResource()).isEqualTo(baseUrl.toString());
  }

  @ParameterizedTest
  @CsvSource({"gateway, /gateway/v1/invoices/summary", "gateway/, /gateway/v1/invoices/summary"})
  void aGatewayMayHaveAPathOfItsOwn(String path, String target) {
    server.answersJson(200, Answers.SUMMARY);
    IPartner partner = server.partner(server.builder().baseUrl(server.baseUrl().resolve(path)));

    partner.invoices().summary().get();

    assertThat(server.targets()).containsExactly(target);
  }

  @Test
  void partnersDoNotNoticeLaterChanges() {
    server.answersJson(200, Answers.SUMMARY).answersJson(200, Answers.SUMMARY);
    PartnerBuilder builder = server.builder().locale("de-DE");
    IPartner first = server.partner(builder);
    IPartner second = server.partner(builder.locale("fr-FR"));

    first.invoices().summary().get();
    second.invoices().summary().get();

    assertThat(server.headers("X-Locale")).containsExactly("de-DE", "fr-FR");
    assertThat(server.headers("MS-CorrelationId")).doesNotHaveDuplicates();
  }

  @Test
  void anAddressWithoutASchemeIsToldThatItHasNone() {
    URI address = URI.create("api.partnercenter.microsoft.com");

    assertThatThrownBy(() -> IPartner.builder().baseUrl(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the base URL is no http or https address: it has no scheme");
  }

  @Test
  void whatCannotBeRightIsRefusedAtOnce() {
    PartnerBuilder builder = IPartner.builder();

    assertThatThrownBy(() -> builder.responseLimit(0)).hasMessageStartingWith("responseLimit");
    assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).hasMessageStartingWith("timeout");
    assertThatThrownBy(() -> builder.deadline(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deadline is more than nothing, not PT-1S");
  }

  @Test
  void aDurationThatCannotBeCountedIsRefusedAtOnce() {
    Duration forever = ChronoUnit.FOREVER.getDuration();

    assertThatThrownBy(() -> IPartner.builder().deadline(forever))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("deadline is at most a hundred years");
    assertThatThrownBy(() -> IPartner.builder().timeout(forever))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RetryOptions.defaults().longestPause(forever))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLongestDurationsWork() {
    Duration century = Duration.ofDays(36_500);
    server.answers(500).answersJson(200, Answers.SUMMARY);
    IPartner partner =
        server.partner(
            server
                .builder()
                .deadline(century)
                .timeout(century)
                .retry(new RetryOptions(4, century, century.dividedBy(1000), century)));

    assertThat(partner.invoices().summary().get().currencyCode()).isEqualTo("GBP");
  }
}
