package io.partnercenter.emulator;

import io.partnercenter.emulator.support.ErrorPage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A failure on purpose. By default a fault affects one request, the next one:
 *
 * <pre>{@code
 * emulator.inject(
 *     Fault.statuses(500, 503),                            // the next two requests
 *     Fault.cutBody(1_234).on("/lineitems").after(2),      // the third request for line items
 *     Fault.pause(Duration.ofSeconds(1)).times(10));
 * }</pre>
 *
 * <p>A request takes its fault before its token is checked, so a refused request uses up a fault
 * too.
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
  /** An error in the form of the service. Status 200 lets the request through. */
  record Status(int code, @Nullable Duration retryAfter) implements Fault {}

  /** A response of any kind, such as a proxy might send. */
  record Reply(int status, String contentType, String body) implements Fault {}

  /** A redirect to another location. */
  record Redirect(URI location) implements Fault {}

  /**
   * The right response, announced with its whole length, of which only the first bytes arrive
   * before the connection is closed. A response that is not longer arrives whole.
   */
  record CutBody(long afterBytes) implements Fault {}

  /** The right response in portions, with a pause after each. */
  record SlowBody(int portionBytes, Duration pause) implements Fault {}

  /** The right response after a pause. */
  record Pause(Duration duration) implements Fault {}

  /** The connection is closed without a response. */
  record Disconnect() implements Fault {}

  /** The request is read, and no response follows until the client gives up. */
  record Stall() implements Fault {}

  /**
   * A page of line items is empty although more pages follow. Applies to requests for later pages
   * that are paged by token.
   */
  record EmptyPage() implements Fault {}

  /** A page names itself as the next page. Applies to requests for later pages. */
  record RepeatedCursor() implements Fault {}

  /**
   * The directory refuses a sign-in with an AADSTS number, such as 50076 if a second factor is
   * missing. Applies to requests for tokens unless {@link #on} is used.
   */
  record SignInRefused(int code) implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/token", 0, 1);
    }
  }

  /**
   * An export is accepted and fails later, with code 5000 and no data. Applies to requests for an
   * export unless {@link #on} is used.
   */
  record FailedExport() implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "export", 0, 1);
    }
  }

  /**
   * An export whose manifest and files have a defect. Applies to requests for an export unless
   * {@link #on} is used.
   */
  record FlawedExport(ExportFlaw flaw) implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "export", 0, 1);
    }
  }

  /**
   * A file whose compressed content ends too early, although its length is announced correctly.
   * Applies to requests for files unless {@link #on} is used.
   *
   * @param bytes the length of the file
   */
  record TruncatedFile(long bytes) implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/blobs/", 0, 1);
    }
  }

  /**
   * The data gets a new version before the request is handled. Applies to requests for files unless
   * {@link #on} is used.
   */
  record NewDataVersion() implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/blobs/", 0, 1);
    }
  }

  /** All access tokens become invalid, that of the request included. */
  record ExpiredTokens() implements Fault {}

  /**
   * All SAS tokens become invalid, that of the request included. Applies to requests for files
   * unless {@link #on} is used.
   */
  record ExpiredSas() implements Fault {
    @Override
    public Scoped scoped() {
      return new Scoped(this, "/blobs/", 0, 1);
    }
  }

  /** Every SAS token, old or new, is valid for a number of requests. Takes effect at once. */
  record SasLife(int requests) implements Fault {}

  /** Every access token, old or new, is valid for a number of requests. Takes effect at once. */
  record TokenLife(int requests) implements Fault {}

  /** Several faults, one after another. */
  record Sequence(List<Fault> faults) implements Fault {}

  /**
   * A fault with the requests that it applies to.
   *
   * @param part text that the path or query must contain
   * @param skip the number of such requests to let through first
   * @param times the number of requests to affect
   */
  record Scoped(Fault fault, String part, int skip, int times) implements Fault {
    @Override
    public Scoped scoped() {
      return this;
    }
  }

  /** Returns an error with the given status. */
  static Fault status(int code) {
    return new Status(code, null);
  }

  /** Returns errors for the next requests, one for each status. */
  static Fault statuses(int... codes) {
    return new Sequence(IntStream.of(codes).mapToObj(Fault::status).toList());
  }

  /** Returns an error with the given status and a {@code Retry-After} in seconds. */
  static Fault status(int code, Duration retryAfter) {
    return new Status(code, retryAfter);
  }

  /** Returns status 429 with a {@code Retry-After} in seconds. */
  static Fault throttled(Duration retryAfter) {
    return new Status(429, retryAfter);
  }

  static Fault reply(int status, String contentType, String body) {
    return new Reply(status, contentType, body);
  }

  /** Returns status 200 with an HTML page. */
  static Fault html() {
    return new Reply(200, "text/html; charset=utf-8", ErrorPage.HTML);
  }

  /** Returns status 200 with XML. */
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

  /** Returns a copy for requests with {@code part} anywhere in their path and query. */
  default Fault on(String part) {
    return new Scoped(scoped().fault(), part, scoped().skip(), scoped().times());
  }

  /** Returns a copy that lets the given number of matching requests through first. */
  default Fault after(int requests) {
    return new Scoped(scoped().fault(), scoped().part(), requests, scoped().times());
  }

  /** Returns a copy that affects the given number of requests. */
  default Fault times(int requests) {
    return new Scoped(scoped().fault(), scoped().part(), scoped().skip(), requests);
  }

  /** Returns the fault with its scope; by default the next request. */
  default Scoped scoped() {
    return new Scoped(this, "", 0, 1);
  }
}
