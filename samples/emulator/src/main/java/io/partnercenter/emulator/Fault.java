package io.partnercenter.emulator;

import io.partnercenter.emulator.support.ErrorPage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose. A fault befalls one request, the next, unless it is told
 * otherwise:
 *
 * <pre>{@code
 * emulator.inject(
 *     Fault.statuses(500, 503),                            // the next two requests
 *     Fault.cutBody(1_234).on("/lineitems").after(2),      // the third request for line items
 *     Fault.pause(Duration.ofSeconds(1)).times(10));
 * }</pre>
 *
 * <p>Faults come before the look at the token, so one may be spent on a request that is refused.
 */
public sealed interface Fault
    permits ResponseFault,
        ConnectionFault,
        Fault.Status,
        Fault.Reply,
        Fault.Redirect,
        Fault.CutBody,
        Fault.SlowBody,
        Fault.Pause,
        Fault.Disconnect,
        Fault.Stall,
        Fault.EmptyPage,
        Fault.RepeatedCursor,
        Fault.SignInRefused,
        Fault.FailedExport,
        Fault.FlawedExport,
        Fault.TruncatedFile,
        Fault.NewDataVersion,
        Fault.ExpiredTokens,
        Fault.ExpiredSas,
        Fault.SasLife,
        Fault.TokenLife,
        Fault.Sequence,
        Fault.Scoped {
  /** An error in one of the service's forms; 200 lets the request through. */
  record Status(int code, @Nullable Duration retryAfter) implements Fault {}

  /** An answer of any kind, such as a proxy might give. */
  record Reply(int status, String contentType, String body) implements Fault {}

  /** A redirect to another place. */
  record Redirect(URI location) implements Fault {}

  /**
   * The right answer, announced at its whole length, of which so many bytes arrive before the
   * connection is closed. With more bytes than it has it arrives whole.
   */
  record CutBody(long afterBytes) implements Fault {}

  /** The right answer in portions, with a pause between any two. */
  record SlowBody(int portionBytes, Duration pause) implements Fault {}

  /** The right answer after a while. */
  record Pause(Duration duration) implements Fault {}

  /** The connection is closed without an answer. */
  record Disconnect() implements Fault {}

  /** The request is read and nothing follows until the client gives up. */
  record Stall() implements Fault {}

  /** A page in the middle of line items paged by token is empty; the walk goes on after it. */
  record EmptyPage() implements Fault {}

  /** A page names itself as the next. It befalls requests for a page that is not the first. */
  record RepeatedCursor() implements Fault {}

  /**
   * A sign-in is refused with the number that follows AADSTS, such as 50076 where a second factor
   * is missing. It befalls requests for a token unless told otherwise.
   */
  record SignInRefused(int code) implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/token", 0, 1);
    }
  }

  /**
   * An export that is accepted and comes to nothing: code 5000, no data. It befalls requests for an
   * export unless told otherwise.
   */
  record FailedExport() implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "export", 0, 1);
    }
  }

  /** An export with something wrong in all that is read of it. It befalls requests for one. */
  record FlawedExport(ExportFlaw flaw) implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "export", 0, 1);
    }
  }

  /**
   * A file of so many bytes and no more, delivered whole: what is compressed in it breaks off. It
   * befalls requests for files.
   */
  record TruncatedFile(long bytes) implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/blobs/", 0, 1);
    }
  }

  /**
   * The data has a new version just before the request is answered. It befalls requests for files.
   */
  record NewDataVersion() implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/blobs/", 0, 1);
    }
  }

  /** Tokens that are out are no longer good, that of the request itself included. */
  record ExpiredTokens() implements Fault {}

  /** Keys to files that are out are no longer good. It befalls requests for files. */
  record ExpiredSas() implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/blobs/", 0, 1);
    }
  }

  /** From now on every SAS is good for so many requests. It befalls those that are out at once. */
  record SasLife(int requests) implements Fault {}

  /** From now on every token is good for so many requests. It befalls the tokens at once. */
  record TokenLife(int requests) implements Fault {}

  /** Several faults, one after the other. */
  record Sequence(List<Fault> faults) implements Fault {}

  /** A fault that waits for certain requests. */
  record Scoped(Fault fault, String part, int skip, int times) implements Fault {
    @Override
    public Scoped scoped() {
      return this;
    }
  }

  static Fault status(int code) {
    return new Status(code, null);
  }

  static Fault statuses(int... codes) {
    return new Sequence(IntStream.of(codes).mapToObj(Fault::status).toList());
  }

  /** Status 503 or the like, with a {@code Retry-After}. */
  static Fault status(int code, Duration retryAfter) {
    return new Status(code, retryAfter);
  }

  static Fault throttled(Duration retryAfter) {
    return new Status(429, retryAfter);
  }

  static Fault reply(int status, String contentType, String body) {
    return new Reply(status, contentType, body);
  }

  /** Status 200 with a page for humans. */
  static Fault html() {
    return new Reply(200, "text/html; charset=utf-8", ErrorPage.HTML);
  }

  /** Status 200 with XML. */
  static Fault xml() {
    return new Reply(200, "application/xml; charset=utf-8", "<InvoiceSummary/>");
  }

  static Fault redirect(URI location) {
    return new Redirect(location);
  }

  static Fault cutBody(long afterBytes) {
    return new CutBody(afterBytes);
  }

  static Fault slowBody(int portionBytes, Duration pause) {
    return new SlowBody(portionBytes, pause);
  }

  static Fault pause(Duration duration) {
    return new Pause(duration);
  }

  static Fault disconnect() {
    return new Disconnect();
  }

  static Fault stall() {
    return new Stall();
  }

  static Fault emptyPage() {
    return new EmptyPage();
  }

  static Fault repeatedCursor() {
    return new RepeatedCursor();
  }

  static Fault signInRefused(int code) {
    return new SignInRefused(code);
  }

  static Fault tokenLife(int requests) {
    return new TokenLife(requests);
  }

  static Fault failedExport() {
    return new FailedExport();
  }

  static Fault flawedExport(ExportFlaw flaw) {
    return new FlawedExport(flaw);
  }

  static Fault truncatedFile(long bytes) {
    return new TruncatedFile(bytes);
  }

  static Fault newDataVersion() {
    return new NewDataVersion();
  }

  static Fault sasLife(int requests) {
    return new SasLife(requests);
  }

  /** Only requests with {@code part} somewhere in their path and query. */
  default Fault on(String part) {
    return new Scoped(scoped().fault(), part, scoped().skip(), scoped().times());
  }

  /** Not the first so many of the requests that it would befall. */
  default Fault after(int requests) {
    return new Scoped(scoped().fault(), scoped().part(), requests, scoped().times());
  }

  /** So many requests and not only one. */
  default Fault times(int requests) {
    return new Scoped(scoped().fault(), scoped().part(), scoped().skip(), requests);
  }

  /** This fault with its scope made plain. */
  default Scoped scoped() {
    return new Scoped(this, "", 0, 1);
  }
}
