package io.partnercenter.emulator;

/** The protocol between a client and the emulator. */
public enum Wire {
  HTTP1(false, false),
  HTTP2(true, false),
  TLS_HTTP1(false, true),
  TLS_HTTP2(true, true);

  private final boolean http2;
  private final boolean tls;

  Wire(boolean http2, boolean tls) {
    this.http2 = http2;
    this.tls = tls;
  }

  public boolean isHttp2() {
    return http2;
  }

  public boolean isTls() {
    return tls;
  }
}
