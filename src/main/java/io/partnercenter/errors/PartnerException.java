package io.partnercenter.errors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call that did not succeed, and what is known about it. Messages never hold a token, a query, or
 * a whole body; they can be logged and sent to support as they are.
 */
public abstract sealed class PartnerException extends RuntimeException
    permits PartnerAuthenticationException,
        PartnerExportException,
        PartnerDataException,
        PartnerServiceException,
        PartnerTransportException {
  private static final long serialVersionUID = 1L;

  /** What the service says is part of messages: it must not begin a line, nor turn text around. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private final CallFacts call;

  PartnerException(String problem, CallFacts call, Throwable cause) {
    this(problem, call);
    initCause(cause);
  }

  PartnerException(String problem, CallFacts call) {
    super(oneLine(call.method() + " " + call.path() + " " + problem + " (" + call + ")"));
    this.call = call;
  }

  private static String oneLine(String text) {
    return UNSEEN.matcher(text).replaceAll(" ");
  }

  /** All that is known of the call, in one value. */
  public CallFacts call() {
    return call;
  }

  /** The name of the operation in this SDK, such as {@code invoices.summary.get}. */
  public String operation() {
    return call.operation();
  }

  /** The HTTP method. */
  public String method() {
    return call.method();
  }

  /** The path that was asked for, without its query. */
  public String path() {
    return call.path();
  }

  /** Each request that was made, oldest first; empty if the call failed before the first. */
  public List<Attempt> attempts() {
    return call.attempts();
  }

  /** {@code MS-RequestId}: names this call to the service; the same on every attempt. */
  public String requestId() {
    return call.requestId();
  }

  /** {@code MS-CorrelationId}: names the scope this call was made in. */
  public String correlationId() {
    return call.correlationId();
  }

  /** {@code MS-CV} of the last attempt; empty if there was none. */
  public Optional<String> correlationVector() {
    return attempts().stream().reduce((first, second) -> second).map(Attempt::correlationVector);
  }

  /** The service's clock at its last answer; empty if no answer came or it bore no date. */
  public Optional<Instant> serverTime() {
    return Optional.ofNullable(call.serverTime());
  }
}
