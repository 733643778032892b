package io.partnercenter.spring;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A Partner Center with made-up data in the application's own process. It takes the place of a
 * tenant only when its profile is named, and then whatever credentials are set. In an application
 * of your own this belongs among the tests.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class EmulatorConfiguration {
  @Bean
  Emulator emulator() {
    Emulator emulator = Emulator.builder().start();
    LoggerFactory.getLogger(EmulatorConfiguration.class)
        .warn("Made-up data (profile demo): talking to an emulator on {}", emulator.baseUrl());
    return emulator;
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
