package io.partnercenter.emulator;

import io.partnercenter.emulator.ConnectionFault.Moment;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link FaultPlan} draws from, each with how it is drawn. */
public enum FaultKind {
  CUT(dice -> Fault.cutBody(dice.below(dice.oneIn(2) ? 200 : 20_000)), Use.ANY),
  DELAY(dice -> Fault.pause(Duration.ofMillis(dice.between(1, 20))), Use.ANY),
  TRICKLE(dice -> Fault.slowBody(dice.below(4_000) + 2_000, Duration.ofMillis(5)), Use.ANY),
  STALL(dice -> Fault.stall(), Use.ANY),
  DISCONNECT(dice -> Fault.disconnect(), Use.ANY),
  STATUS(dice -> Fault.status(dice.oneIn(4) ? refusal(dice) : outage(dice)), Use.ANY),
  RETRY_AFTER(dice -> new AnswerFault.RetryAfter(busy(dice), wait(dice)), Use.ANY),
  WRONG_LENGTH(dice -> new AnswerFault.WrongLength(difference(dice)), Use.ANY),
  WRONG_MEDIA_TYPE(dice -> new AnswerFault.WrongMediaType(mediaType(dice)), Use.ANY),
  WRONG_BODY(dice -> dice.oneIn(2) ? Fault.html() : Fault.xml(), Use.ANY),
  BYTE_ORDER_MARK(dice -> new AnswerFault.ByteOrderMark(), Use.ANY),
  TOKEN_EXPIRY(dice -> new Fault.ExpiredTokens(), Use.ANY),
  REFUSED_CONNECTION(dice -> new ConnectionFault.RefusedConnection(), Use.ANY),
  TLS_FAILURE(dice -> new ConnectionFault.FailedHandshake(), Use.TLS),
  GOAWAY(dice -> new ConnectionFault.Goaway(moment(dice)), Use.HTTP2),
  RESET_STREAM(
      dice -> new ConnectionFault.ResetStream(moment(dice), dice.below(0xd + 1)), Use.HTTP2),

  EMPTY_PAGE(dice -> Fault.emptyPage(), Use.WALK),
  NO_PAGE(dice -> new AnswerFault.NoPage(dice.pick(List.of(200, 204))), Use.WALK),
  REPEATED_CURSOR(dice -> Fault.repeatedCursor(), Use.WALK),
  REPEATED_ROWS(dice -> new AnswerFault.RepeatedRows(), Use.WALK),

  SAS_EXPIRY(dice -> new Fault.ExpiredSas(), Use.EXPORT),
  TRUNCATED_FILE(dice -> Fault.truncatedFile(1 + dice.below(3_000)), Use.EXPORT),
  FLAWED_EXPORT(dice -> Fault.flawedExport(flaw(dice)), Use.EXPORT),
  FAILED_EXPORT(dice -> Fault.failedExport(), Use.EXPORT);

  private enum Use {
    ANY,
    TLS,
    HTTP2,
    WALK,
    EXPORT
  }

  private interface Draw {
    Fault from(Dice dice);
  }

  private final Draw draw;
  private final Use use;

  FaultKind(Draw draw, Use use) {
    this.draw = draw;
    this.use = use;
  }

  /** Those that {@link FaultPlan#ofWalk} draws from. */
  public static Set<FaultKind> ofWalks() {
    return all(kind -> kind.use != Use.EXPORT);
  }

  /** Those that {@link FaultPlan#ofExport} draws from. */
  public static Set<FaultKind> ofExports() {
    return all(kind -> kind.use != Use.WALK);
  }

  private static Set<FaultKind> all(Predicate<FaultKind> wanted) {
    return Stream.of(values())
        .filter(wanted)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
  }

  Fault draw(Dice dice) {
    return draw.from(dice);
  }

  /** Whether it can befall a walk, or else an export, that goes over such connections. */
  boolean suits(Wire wire, boolean walk) {
    return switch (use) {
      case ANY -> true;
      case TLS -> wire.isTls();
      case HTTP2 -> wire.isHttp2();
      case WALK -> walk;
      case EXPORT -> !walk;
    };
  }

  /** Whether it costs the client real time, so that once is enough. */
  boolean isSlow() {
    return this == STALL || this == WRONG_LENGTH;
  }

  private static int refusal(Dice dice) {
    return dice.pick(List.of(400, 401, 403, 404, 409, 410, 412, 501));
  }

  private static int outage(Dice dice) {
    return dice.pick(List.of(408, 429, 500, 502, 503, 504));
  }

  private static int busy(Dice dice) {
    return dice.pick(List.of(429, 500, 503, 503));
  }

  /** In seconds, as a date that is past or far away, and as nothing that could be meant. */
  private static String wait(Dice dice) {
    return dice.pick(
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

  /** Never as much too small that nothing is left. */
  private static long difference(Dice dice) {
    long bytes = dice.oneIn(2) ? 1 + dice.below(3) : 1 + dice.below(5_000);
    return dice.oneIn(2) ? bytes : -bytes;
  }

  private static String mediaType(Dice dice) {
    return dice.pick(
        List.of(
            "text/html",
            "text/plain; charset=utf-16",
            "application/octet-stream",
            "image/png",
            "?",
            "text/json"));
  }

  private static Moment moment(Dice dice) {
    return dice.pick(List.of(Moment.values()));
  }

  private static ExportFlaw flaw(Dice dice) {
    return dice.pick(
        List.of(ExportFlaw.WRONG_BLOB_COUNT, ExportFlaw.WRONG_SIZES, ExportFlaw.WRONG_ITEM_COUNTS));
  }
}
