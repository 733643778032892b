package io.partnercenter.errors;

/**
 * No whole answer came: the connection could not be made or broke, time ran out, or the thread was
 * interrupted (its flag is then still set). Nothing of a broken answer has been handed out.
 */
public final class PartnerTransportException extends PartnerException {
  private static final long serialVersionUID = 1L;

  /** How far a call had come. */
  public enum Phase {
    /** Asking for a token. */
    SIGN_IN,
    /** Finding the host, connecting; with a time-out also agreeing on TLS. */
    CONNECT,
    /** Agreeing on TLS. If the certificate is not trusted, the call is not tried again. */
    TLS,
    /** Sending the request and waiting for the head of the answer. */
    ANSWER,
    /** Reading the answer's body. */
    BODY,
    /** Waiting between two attempts. */
    PAUSE
  }

  private final Phase phase;

  /** For this SDK, and for tests that need a broken connection. */
  public PartnerTransportException(String problem, Phase phase, CallFacts call, Throwable cause) {
    super(problem, call, cause);
    this.phase = phase;
  }

  /** Where the call was when it ended. */
  public Phase phase() {
    return phase;
  }
}
