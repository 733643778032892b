package io.partnercenter.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.FakeTime;
import io.partnercenter.testing.PartnerServer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The adapter of the guide to access, with a credential that is not Microsoft's. */
class AzureIdentityTest {
  private final List<String> scopes = new ArrayList<>();

  @Test
  void aCredentialOfTheAzureSdkSignsIn() {
    TokenCredential azure = this::token;
    PartnerCredentials credentials =
        request -> {
          var token = azure.getTokenSync(new TokenRequestContext().addScopes(request.scope()));
          return new AccessToken(token.getToken(), token.getExpiresAt().toInstant());
        };

    try (PartnerServer server = new PartnerServer()) {
      server.answersJson(200, Answers.SUMMARY);
      server.partner(server.builder().credentials(credentials)).invoices().summary().get();

      assertThat(server.headers("Authorization")).containsExactly("Bearer hunter2-azure");
    }
    assertThat(scopes).containsExactly("https://api.partnercenter.microsoft.com/.default");
  }

  private Mono<com.azure.core.credential.AccessToken> token(TokenRequestContext request) {
    scopes.addAll(request.getScopes());
    return Mono.just(
        new com.azure.core.credential.AccessToken(
            "hunter2-azure",
            FakeTime.BEGINNING.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC)));
  }
}
