package io.partnercenter.emulator;

import io.partnercenter.emulator.billing.BillingService;
import io.partnercenter.emulator.faults.FaultQueue;
import io.partnercenter.emulator.faults.RefusingSocketFactory;
import io.partnercenter.emulator.graph.ExportFiles;
import io.partnercenter.emulator.graph.ExportStore;
import io.partnercenter.emulator.graph.GraphService;
import io.partnercenter.emulator.graph.SasTokens;
import io.partnercenter.emulator.graph.StorageService;
import io.partnercenter.emulator.server.LoopbackServer;
import io.partnercenter.emulator.server.RequestDispatcher;
import io.partnercenter.emulator.server.RequestLog;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.server.ServiceKind;
import io.partnercenter.emulator.server.ServiceRouter;
import io.partnercenter.emulator.signin.AccessControl;
import io.partnercenter.emulator.signin.Caller;
import io.partnercenter.emulator.signin.Directory;
import io.partnercenter.emulator.signin.MfaPolicy;
import io.partnercenter.emulator.signin.RefreshTokenStore;
import io.partnercenter.emulator.signin.SignInService;
import io.partnercenter.emulator.signin.TokenStore;
import io.partnercenter.emulator.tenant.BillingAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import mockwebserver3.Dispatcher;

/**
 * An emulated Partner Center that listens on loopback. Thread-safe.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.builder().seed(7).rows(5_000).start()) {
 *   emulator.inject(Fault.statuses(500, 500));
 *   … call emulator.baseUrl() with "Bearer " + emulator.token() …
 *   assertThat(emulator.requestCount()).isEqualTo(3);
 * }
 * }</pre>
 */
public final class Emulator implements AutoCloseable {
  private final Tenant tenant;
  private final Directory directory;
  private final TokenStore tokens;
  private final RefreshTokenStore refreshTokens;
  private final MfaPolicy mfa = new MfaPolicy();
  private final ExportStore exports;
  private final FaultQueue faults = new FaultQueue();
  private final StateFaults stateFaults;
  private final RequestLog log = new RequestLog();
  private final LoopbackServer server;

  Emulator(EmulatorSettings settings) {
    BillingAccount account = BillingAccount.of(settings);
    this.tenant = new Tenant(account);
    this.directory = Directory.of(settings.seed(), account.partner().id());
    this.tokens = new TokenStore(settings.seed(), settings.clock());
    this.refreshTokens = new RefreshTokenStore(settings.seed(), settings.strictRotation());
    this.exports = new ExportStore(settings);
    SasTokens sasTokens = new SasTokens(settings);
    this.stateFaults = new StateFaults(tokens, sasTokens, exports);
    AccessControl accessControl = new AccessControl(tokens, mfa);
    ExportFiles files = new ExportFiles(settings);
    Service services =
        new ServiceRouter(
            Map.of(
                ServiceKind.PARTNER_CENTER,
                new BillingService(account, accessControl, settings),
                ServiceKind.DIRECTORY,
                SignInService.of(directory, accessControl, refreshTokens, settings),
                ServiceKind.GRAPH,
                GraphService.of(account, accessControl, exports, files, sasTokens, settings),
                ServiceKind.STORAGE,
                new StorageService(exports, files, sasTokens, directory.tenantId(), settings)));
    Dispatcher dispatcher =
        new RequestDispatcher(
            log,
            faults,
            stateFaults.before(services),
            call -> accessControl.isMfaCompliant(call.header("Authorization")),
            settings.thinkingTime());
    this.server = new LoopbackServer(settings, faults, dispatcher);
  }

  /** Returns a builder. All settings have defaults, so {@code builder().start()} is enough. */
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
  }

  /**
   * Returns the URL without the version, for example {@code http://127.0.0.1:51234}. Paths begin
   * with the version.
   */
  public URI baseUrl() {
    return URI.create(server.url());
  }

  /**
   * Returns the URL of Microsoft Graph on the same server, with the version, for example {@code
   * http://127.0.0.1:51234/graph/v1.0}. It accepts {@link #token()} and {@link #appOnlyToken()};
   * tokens of the token endpoint must have Graph as their audience.
   */
  public URI graphUrl() {
    return URI.create(baseUrl() + GraphService.PATH);
  }

  /**
   * Returns a valid bearer token of an app and a user, without a sign-in. Returns the same token
   * until it expires, and then a new one.
   */
  public String token() {
    return tokens.current(Caller.USER);
  }

  /** Returns a valid bearer token of an app without a user. Some operations refuse it. */
  public String appOnlyToken() {
    return tokens.current(Caller.APP);
  }

  /** Makes all access tokens invalid, those of the token endpoint included. */
  public void expireTokens() {
    tokens.expireAll();
  }

  /**
   * Returns the tenant's id in its directory. The token endpoints are {@code
   * /{tenantId}/oauth2/token} and, for scopes, {@code /{tenantId}/oauth2/v2.0/token}.
   */
  public String tenantId() {
    return directory.tenantId();
  }

  /**
   * Returns the id of the only app that may sign in. It authenticates with the secret, or with any
   * assertion whose claims are right; signatures are not checked.
   */
  public String clientId() {
    return directory.clientId();
  }

  /** Returns the app's secret. It contains characters that a form must encode. */
  public String clientSecret() {
    return directory.clientSecret();
  }

  /**
   * Returns a valid refresh token of app and user. Returns the same token until it is used up or
   * expires, and then a new one.
   */
  public String refreshToken() {
    return refreshTokens.current();
  }

  /** Makes all refresh tokens invalid. */
  public void expireRefreshTokens() {
    refreshTokens.expireAll();
  }

  /**
   * Returns the number of requests to the token endpoints, with those that were refused or met a
   * fault.
   */
  public int tokenRequests() {
    return log.countEndingWith("/oauth2/token") + log.countEndingWith("/oauth2/v2.0/token");
  }

  /** Sets whether users signed in with a second factor; applies to all tokens. Defaults to true. */
  public void mfa(boolean shown) {
    mfa.setShown(shown);
  }

  /**
   * Sets whether the service refuses users without a second factor. Apps without a user are exempt.
   * Defaults to true.
   */
  public void mfaEnforced(boolean enforced) {
    mfa.setEnforced(enforced);
  }

  /** Adds faults for the next requests, in this order, after the faults that were added before. */
  public void inject(Fault... faultsToCome) {
    for (Fault fault : faultsToCome) {
      Fault.Scoped scoped = fault.scoped();
      if (!stateFaults.applyAtOnce(scoped.fault())) faults.add(scoped);
    }
  }

  /** Returns the faults that took effect so far, in order, each as often as it took effect. */
  public List<Fault> metFaults() {
    return faults.fired();
  }

  /**
   * Returns sockets for a client. {@link ConnectionFault.RefusedConnection} affects only clients
   * that use them.
   */
  public SocketFactory sockets() {
    return new RefusingSocketFactory(faults);
  }

  /** Removes the faults that did not take effect yet. */
  public void clearFaults() {
    faults.clear();
    stateFaults.clear();
  }

  /**
   * Renews the data of exports. Manifests get another {@code eTag}, and each file gets another
   * {@code ETag} and other lines. All files together keep the same lines; an export of a single
   * file changes only its {@code ETag}.
   */
  public void newDataVersion() {
    exports.newVersion();
  }

  /**
   * Returns the lines in an export of the given lines. By default they are the given lines. With
   * {@link EmulatorBuilder#exportRows} their number differs, and beyond 20,000 lines the first
   * 5,000 repeat.
   *
   * @param lines a collection of this emulator's {@link #tenant()}
   */
  public LineItems exported(LineItems lines) {
    return new LineItems(exports.exported(lines.lines()));
  }

  /**
   * Returns the number of requests for files that had an {@code Authorization} header. The storage
   * refuses them: a SAS token opens a file, and no bearer token may be sent there.
   */
  public int blobRequestsWithAuthorization() {
    return log.countBlobRequestsWithAuthorization();
  }

  /** Returns the number of all requests so far, with those that were refused or met a fault. */
  public int requestCount() {
    return log.count();
  }

  /** Returns the number of requests with exactly this path and any query. */
  public int requestCount(String path) {
    return log.count(path);
  }

  /** Returns the last 10,000 requests, the oldest first. */
  public List<EmulatorRequest> requests() {
    return log.requests();
  }

  /** Returns the data that is served, with its totals. */
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public void close() {
    server.close();
  }
}
