package io.partnercenter.emulator;

import io.partnercenter.emulator.ConnectionFault.Moment;
import io.partnercenter.emulator.support.SeededRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of fault that a {@link FaultPlan} can contain. */
public enum FaultKind {
  CUT(random -> Fault.cutBody(random.below(random.oneIn(2) ? 200 : 20_000)), Scope.ANY),
  DELAY(random -> Fault.pause(Duration.ofMillis(random.between(1, 20))), Scope.ANY),
  TRICKLE(random -> Fault.slowBody(random.below(4_000) + 2_000, Duration.ofMillis(5)), Scope.ANY),
  STALL(random -> Fault.stall(), Scope.ANY),
  DISCONNECT(random -> Fault.disconnect(), Scope.ANY),
  STATUS(random -> Fault.status(random.oneIn(4) ? refusal(random) : outage(random)), Scope.ANY),
  RETRY_AFTER(
      random -> new ResponseFault.RetryAfter(overload(random), retryAfter(random)), Scope.ANY),
  WRONG_LENGTH(random -> new ResponseFault.WrongLength(difference(random)), Scope.ANY),
  WRONG_MEDIA_TYPE(random -> new ResponseFault.WrongMediaType(mediaType(random)), Scope.ANY),
  WRONG_BODY(random -> random.oneIn(2) ? Fault.html() : Fault.xml(), Scope.ANY),
  BYTE_ORDER_MARK(random -> new ResponseFault.ByteOrderMark(), Scope.ANY),
  TOKEN_EXPIRY(random -> new Fault.ExpiredTokens(), Scope.ANY),
  REFUSED_CONNECTION(random -> new ConnectionFault.RefusedConnection(), Scope.ANY),
  TLS_FAILURE(random -> new ConnectionFault.FailedHandshake(), Scope.TLS),
  GOAWAY(random -> new ConnectionFault.Goaway(moment(random)), Scope.HTTP2),
  RESET_STREAM(
      random -> new ConnectionFault.ResetStream(moment(random), random.below(0xd + 1)),
      Scope.HTTP2),

  EMPTY_PAGE(random -> Fault.emptyPage(), Scope.WALK),
  NO_PAGE(random -> new ResponseFault.NoPage(random.pick(List.of(200, 204))), Scope.WALK),
  REPEATED_CURSOR(random -> Fault.repeatedCursor(), Scope.WALK),
  REPEATED_ROWS(random -> new ResponseFault.RepeatedRows(), Scope.WALK),

  SAS_EXPIRY(random -> new Fault.ExpiredSas(), Scope.EXPORT),
  TRUNCATED_FILE(random -> Fault.truncatedFile(1 + random.below(3_000)), Scope.EXPORT),
  FLAWED_EXPORT(random -> Fault.flawedExport(flaw(random)), Scope.EXPORT),
  FAILED_EXPORT(random -> Fault.failedExport(), Scope.EXPORT);

  private enum Scope {
    ANY,
    TLS,
    HTTP2,
    WALK,
    EXPORT
  }

  private interface Draw {
    Fault from(SeededRandom random);
  }

  private final Draw draw;
  private final Scope scope;

  FaultKind(Draw draw, Scope scope) {
    this.draw = draw;
    this.scope = scope;
  }

  /** Returns the kinds in plans of {@link FaultPlan#ofWalk}. */
  public static Set<FaultKind> ofWalks() {
    return all(kind -> kind.scope != Scope.EXPORT);
  }

  /** Returns the kinds in plans of {@link FaultPlan#ofExport}. */
  public static Set<FaultKind> ofExports() {
    return all(kind -> kind.scope != Scope.WALK);
  }

  private static Set<FaultKind> all(Predicate<FaultKind> filter) {
    return Stream.of(values())
        .filter(filter)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
  }

  Fault draw(SeededRandom random) {
    return draw.from(random);
  }

  /**
   * Returns whether the kind applies to a plan.
   *
   * @param walk true for a plan of pages, false for a plan of an export
   */
  boolean suits(Wire wire, boolean walk) {
    return switch (scope) {
      case ANY -> true;
      case TLS -> wire.isTls();
      case HTTP2 -> wire.isHttp2();
      case WALK -> walk;
      case EXPORT -> !walk;
    };
  }

  /** Returns whether the fault costs the client real time, so that a plan has it only once. */
  boolean isSlow() {
    return this == STALL || this == WRONG_LENGTH;
  }

  private static int refusal(SeededRandom random) {
    return random.pick(List.of(400, 401, 403, 404, 409, 410, 412, 501));
  }

  private static int outage(SeededRandom random) {
    return random.pick(List.of(408, 429, 500, 502, 503, 504));
  }

  private static int overload(SeededRandom random) {
    return random.pick(List.of(429, 500, 503, 503));
  }

  /** Draws seconds, a date in the past or far away, or text that is invalid. */
  private static String retryAfter(SeededRandom random) {
    return random.pick(
        List.of(
            "0",
            "1",
            "7",
            "31, 120",
            "Sun, 01 Mar 2026 02:00:09 GMT",
            "Sat, 01 Jan 2000 00:00:00 GMT",
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "99999",
            "99999999999999999999",
            "-5",
            "1.5",
            "soon",
            ""));
  }

  private static long difference(SeededRandom random) {
    long bytes = random.oneIn(2) ? 1 + random.below(3) : 1 + random.below(5_000);
    return random.oneIn(2) ? bytes : -bytes;
  }

  private static String mediaType(SeededRandom random) {
    return random.pick(
        List.of(
            "text/html",
            "text/plain; charset=utf-16",
            "application/octet-stream",
            "image/png",
            "?",
            "text/json"));
  }

  private static Moment moment(SeededRandom random) {
    return random.pick(List.of(Moment.values()));
  }

  private static ExportFlaw flaw(SeededRandom random) {
    return random.pick(
        List.of(ExportFlaw.WRONG_BLOB_COUNT, ExportFlaw.WRONG_SIZES, ExportFlaw.WRONG_ITEM_COUNTS));
  }
}
