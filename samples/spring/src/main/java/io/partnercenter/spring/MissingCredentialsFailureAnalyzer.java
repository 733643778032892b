package io.partnercenter.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start what is missing, in place of a stack trace. */
final class MissingCredentialsFailureAnalyzer
    extends AbstractFailureAnalyzer<MissingCredentialsException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, MissingCredentialsException missing) {
    return new FailureAnalysis(
        missing.getMessage(),
        "Set them in the environment, such as PARTNERCENTER_CREDENTIALS_TOKEN, or declare a bean of"
            + " type PartnerCredentials. For made-up data of an emulator:"
            + " --spring.profiles.active=demo",
        missing);
  }
}
