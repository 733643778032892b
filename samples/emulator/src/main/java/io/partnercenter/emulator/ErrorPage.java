package io.partnercenter.emulator;

/** The error page of gateways and proxies, where a client expects JSON. */
final class ErrorPage {
  static final String HTML =
      "<html><head><title>Error</title></head><body>Try again later.</body></html>";

  private ErrorPage() {}
}
