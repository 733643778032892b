package io.partnercenter.spring;

import io.partnercenter.PartnerBuilder;

/**
 * Has a say in how the partner is built, after the properties: for a transport, an OkHttp client,
 * or an address that is only known once the application runs. Every such bean is asked, in order.
 */
@FunctionalInterface
public interface PartnerBuilderCustomizer {
  void customize(PartnerBuilder builder);
}
