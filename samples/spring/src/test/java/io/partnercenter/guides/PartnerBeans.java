package io.partnercenter.guides;

import io.partnercenter.PartnerListener;
import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.RefreshTokenStore;
import io.partnercenter.spring.PartnerBuilderCustomizer;
import io.partnercenter.spring.PartnerProperties;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;

/** Beans that the guide shows; no configuration, so that no application of the tests has them. */
final class PartnerBeans {
  @Bean
  PartnerCredentials appAndUser(PartnerProperties properties, RefreshTokenStore vault) {
    PartnerProperties.Credentials app = properties.credentials();
    return MsalCredentials.of(properties.cloud(), app.tenantId(), app.clientId())
        .clientSecret(app.clientSecret())
        .refreshToken(vault);
  }

  @Bean
  PartnerBuilderCustomizer network(OkHttpClient client) {
    return builder -> builder.okHttp(client).timeout(Duration.ofMinutes(5));
  }

  @Bean
  PartnerListener slowCalls() {
    return new PartnerListener() {
      @Override
      public void onCall(CallEvent event) {
        if (event.duration().toSeconds() > 60) System.out.println("slow: " + event.call());
      }
    };
  }
}
