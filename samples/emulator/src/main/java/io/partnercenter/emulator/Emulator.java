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
 * A Partner Center that listens on loopback. Thread-safe.
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

  /** Everything has a default, so {@code builder().start()} is enough. */
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
  }

  /** For example {@code http://127.0.0.1:51234}, without the version that paths begin with. */
  public URI baseUrl() {
    return URI.create(server.url());
  }

  /**
   * Microsoft Graph on the same server, with the version, for example {@code
   * http://127.0.0.1:51234/graph/v1.0}. It takes {@link #token()} and {@link #appOnlyToken()} too;
   * tokens from the token endpoint must be meant for Graph.
   */
  public URI graphUrl() {
    return URI.create(baseUrl() + GraphService.PATH);
  }

  /**
   * A bearer token of an app and a user that is valid now; another one once that has expired. It
   * needs no sign-in.
   */
  public String token() {
    return tokens.current(Caller.USER);
  }

  /** The same for an app by itself, to which some operations are closed. */
  public String appOnlyToken() {
    return tokens.current(Caller.APP);
  }

  /** Rejects all tokens that were handed out before, or came from the token endpoint. */
  public void expireTokens() {
    tokens.expireAll();
  }

  /**
   * The tenant's id in its directory. Tokens are at {@code /{tenantId}/oauth2/token} and, with
   * scopes, at {@code /{tenantId}/oauth2/v2.0/token}.
   */
  public String tenantId() {
    return directory.tenantId();
  }

  /** The only app that may sign in: with the secret, or with any assertion that looks right. */
  public String clientId() {
    return directory.clientId();
  }

  /** Holds characters that do not survive in a form that is not encoded. */
  public String clientSecret() {
    return directory.clientSecret();
  }

  /**
   * A refresh token of app and user that is valid now; another one once it is used up or expired.
   */
  public String refreshToken() {
    return refreshTokens.current();
  }

  /** Rejects all refresh tokens that were handed out before. */
  public void expireRefreshTokens() {
    refreshTokens.expireAll();
  }

  /** The requests to the token endpoints, those that were refused or met a fault included. */
  public int tokenRequests() {
    return log.countEndingWith("/oauth2/token") + log.countEndingWith("/oauth2/v2.0/token");
  }

  /** Whether users have shown a second factor, with whatever token. Default true. */
  public void mfa(boolean shown) {
    mfa.setShown(shown);
  }

  /**
   * Whether the service refuses users who have not. Default true; apps by themselves are exempt.
   */
  public void mfaEnforced(boolean enforced) {
    mfa.setEnforced(enforced);
  }

  /** Lets faults befall the requests to come, in this order and after those injected before. */
  public void inject(Fault... faultsToCome) {
    for (Fault fault : faultsToCome) {
      Fault.Scoped scoped = fault.scoped();
      if (!stateFaults.applyAtOnce(scoped.fault())) faults.add(scoped);
    }
  }

  /** The faults that have befallen a request or a connection so far, each as often as it has. */
  public List<Fault> metFaults() {
    return faults.fired();
  }

  /** Sockets for a client, without which a {@link ConnectionFault.RefusedConnection} is none. */
  public SocketFactory sockets() {
    return new RefusingSocketFactory(faults);
  }

  /** Forgets the faults that have not befallen a request yet. */
  public void clearFaults() {
    faults.clear();
    stateFaults.clear();
  }

  /**
   * Lets the data that exports are of be renewed: manifests have another {@code eTag}, files
   * another {@code ETag} and other lines than before, though all files together have the same. Of a
   * single file only the tag changes.
   */
  public void newDataVersion() {
    exports.newVersion();
  }

  /**
   * What an export of these lines holds: as many as the builder was told, and of more than 20,000
   * the first 5,000 over and over. By default those are the lines themselves.
   */
  public LineItems exported(LineItems lines) {
    return new LineItems(exports.exported(lines.lines()));
  }

  /**
   * The requests for files of exports that carried an {@code Authorization} header. They were
   * refused: a token is nothing that the storage should see.
   */
  public int blobRequestsWithAuthorization() {
    return log.countBlobRequestsWithAuthorization();
  }

  /** All requests so far, refused ones and those that met a fault included. */
  public int requestCount() {
    return log.count();
  }

  /** The requests with exactly this path, whatever their query. */
  public int requestCount(String path) {
    return log.count(path);
  }

  /** The last 10,000 requests, the oldest first. */
  public List<EmulatorRequest> requests() {
    return log.requests();
  }

  /** What is served, and what it adds up to. */
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public void close() {
    server.close();
  }
}
