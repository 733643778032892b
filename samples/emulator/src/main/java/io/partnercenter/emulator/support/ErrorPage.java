package io.partnercenter.emulator.support;

/** The error page of gateways and proxies, where a client expects JSON. */
public final class ErrorPage {
  public static final String HTML =
      "<html><head><title>Error</title></head><body>Try again later.</body></html>";

  private ErrorPage() {}
}
