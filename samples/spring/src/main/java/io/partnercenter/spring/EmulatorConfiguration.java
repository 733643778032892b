package io.partnercenter.spring;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A Partner Center in the application's own process, for as long as no other profile is active. In
 * an application of one's own this belongs among the tests.
 */
@Configuration(proxyBeanMethods = false)
@Profile("emulator")
class EmulatorConfiguration {
  @Bean
  Emulator emulator() {
    return Emulator.builder().start();
  }

  @Bean
  PartnerCredentials emulatorCredentials(Emulator emulator) {
    return PartnerCredentials.bearer(emulator::token);
  }

  @Bean
  PartnerBuilderCustomizer emulatorAddress(Emulator emulator) {
    return builder -> builder.baseUrl(emulator.baseUrl());
  }
}
