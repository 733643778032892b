package io.partnercenter.emulator.faults;

import io.partnercenter.emulator.ConnectionFault;
import io.partnercenter.emulator.ConnectionFault.Moment;
import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.ResponseFault;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses faults of a command line: a name, values after a colon, part of the path, number of
 * requests to skip, and number of times. Examples: {@code statuses:500,429}, {@code
 * cut:1234@/lineitems}, {@code pause:200+3*10}.
 */
public final class FaultParser {
  public static final String FORMS =
      "statuses:500,429 | throttled:SECONDS | cut:BYTES | slow:BYTES,MILLIS | pause:MILLIS |"
          + " disconnect | stall | html | xml | redirect:URL | empty-page | repeated-cursor |"
          + " token-life:REQUESTS | sign-in-refused:AADSTS | failed-export |"
          + " flawed-export:FLAW, such as no-blobs | truncated-file:BYTES | new-data-version |"
          + " sas-life:REQUESTS | expired-tokens | expired-sas |"
          + " wrong-length:BYTES too many or, negative, too few | media-type:TYPE | bom |"
          + " retry-after:SECONDS | repeated-rows | goaway | reset-stream:HTTP2-CODE; then @PART of the path or query, +SKIPPED requests, *TIMES";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<name>[a-z-]+)(:(?<values>[^@*+]+))?(@(?<part>[^*+]+))?(\\+(?<skip>\\d+))?(\\*(?<times>\\d+))?");

  private FaultParser() {}

  public static Fault parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) throw new IllegalArgumentException("Not a fault: " + text);
    String values = matcher.group("values");
    Fault fault = fault(matcher.group("name"), values == null ? "" : values);
    String part = matcher.group("part");
    String skip = matcher.group("skip");
    String times = matcher.group("times");
    return (part == null ? fault : fault.on(part))
        .after(skip == null ? 0 : Integer.parseInt(skip))
        .times(times == null ? 1 : Integer.parseInt(times));
  }

  private static Fault fault(String name, String values) {
    return switch (name) {
      case "statuses" -> Fault.statuses(numbers(values));
      case "throttled" -> Fault.throttled(Duration.ofSeconds(number(values)));
      case "cut" -> Fault.cutBody(number(values));
      case "slow" -> slow(numbers(values));
      case "pause" -> Fault.pause(Duration.ofMillis(number(values)));
      case "disconnect" -> Fault.disconnect();
      case "stall" -> Fault.stall();
      case "html" -> Fault.html();
      case "xml" -> Fault.xml();
      case "redirect" -> Fault.redirect(URI.create(values));
      case "empty-page" -> Fault.emptyPage();
      case "repeated-cursor" -> Fault.repeatedCursor();
      case "sign-in-refused" -> Fault.signInRefused(number(values));
      case "failed-export" -> Fault.failedExport();
      case "flawed-export" -> Fault.flawedExport(flaw(values));
      case "truncated-file" -> Fault.truncatedFile(number(values));
      case "new-data-version" -> Fault.newDataVersion();
      case "sas-life" -> Fault.sasLife(number(values));
      case "expired-tokens" -> new Fault.ExpiredTokens();
      case "expired-sas" -> new Fault.ExpiredSas();
      case "wrong-length" -> new ResponseFault.WrongLength(number(values));
      case "media-type" -> new ResponseFault.WrongMediaType(values);
      case "bom" -> new ResponseFault.ByteOrderMark();
      case "retry-after" -> new ResponseFault.RetryAfter(503, values);
      case "repeated-rows" -> new ResponseFault.RepeatedRows();
      case "goaway" -> new ConnectionFault.Goaway(Moment.BEFORE);
      case "reset-stream" -> new ConnectionFault.ResetStream(Moment.BEFORE, number(values));
      case "token-life" -> Fault.tokenLife(number(values));
      default -> throw new IllegalArgumentException("Unknown fault: " + name);
    };
  }

  /** Parses a flaw such as {@code no-blobs}. */
  private static ExportFlaw flaw(String value) {
    return ExportFlaw.valueOf(value.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static Fault slow(int[] values) {
    if (values.length != 2)
      throw new IllegalArgumentException("slow needs two values: bytes and milliseconds");
    return Fault.slowBody(values[0], Duration.ofMillis(values[1]));
  }

  private static int number(String value) {
    return Integer.parseInt(value.strip());
  }

  private static int[] numbers(String values) {
    return Arrays.stream(values.split(",")).mapToInt(FaultParser::number).toArray();
  }
}
