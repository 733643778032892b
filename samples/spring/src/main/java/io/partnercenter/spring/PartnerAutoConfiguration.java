package io.partnercenter.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerListener;
import io.partnercenter.credentials.PartnerCredentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * One partner for the application, its health and its meters. An auto-configuration, so that it
 * comes after the application's own beans: whoever declares credentials or a partner has the say.
 */
@AutoConfiguration
@EnableConfigurationProperties(PartnerProperties.class)
public class PartnerAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  PartnerCredentials partnerCredentials(PartnerProperties properties) {
    return ConfiguredCredentials.of(properties);
  }

  /** Closed with the application, as every bean that can be. */
  @Bean
  @ConditionalOnMissingBean
  IPartner partner(
      PartnerProperties properties,
      PartnerCredentials credentials,
      ObjectProvider<PartnerListener> listeners,
      ObjectProvider<PartnerBuilderCustomizer> customizers) {
    PartnerBuilder builder =
        IPartner.builder()
            .cloud(properties.cloud())
            .credentials(credentials)
            .applicationName(properties.applicationName())
            .deadline(properties.deadline())
            .retry(properties.retry().options());
    if (properties.baseUrl() != null) builder.baseUrl(properties.baseUrl());
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  @Bean
  PartnerMeters partnerMeters(MeterRegistry registry) {
    return new PartnerMeters(registry);
  }

  @Bean
  @ConditionalOnEnabledHealthIndicator("partnerCenter")
  BalanceHealthIndicator partnerCenterHealthIndicator(
      IPartner partner, PartnerProperties properties) {
    return new BalanceHealthIndicator(partner, properties.health());
  }
}
