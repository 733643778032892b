package io.partnercenter;

import static java.util.Objects.requireNonNull;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.internal.Arguments;
import io.partnercenter.internal.CallOptions;
import io.partnercenter.internal.Dialect;
import io.partnercenter.internal.Endpoint;
import io.partnercenter.internal.Pacing;
import io.partnercenter.internal.Resources;
import io.partnercenter.internal.ServiceAddress;
import io.partnercenter.internal.ServiceClient;
import io.partnercenter.internal.SignInTransport;
import io.partnercenter.internal.SignIns;
import io.partnercenter.internal.Timing;
import io.partnercenter.internal.TokenCache;
import io.partnercenter.internal.TokenCheck;
import io.partnercenter.transport.OkHttpTransport;
import io.partnercenter.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Puts a partner together. Every setting but the credentials has a default that suits an unattended
 * job at night. Not thread-safe; the partners it builds are, and do not notice later changes.
 */
public final class PartnerBuilder {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final String GRAPH_RESOURCE = "https://graph.microsoft.com";

  private PartnerCloud cloud = PartnerCloud.GLOBAL;
  private @Nullable URI baseUrl;
  private @Nullable URI graphUrl;
  private @Nullable PartnerCredentials credentials;
  private @Nullable String tenantId;
  private @Nullable Transport transport;
  private @Nullable Executor executor;
  private CallOptions options = CallOptions.defaults();
  private int retryBudget = 100;
  private long responseLimit = 32L << 20;
  private Timing timing = Timing.system();

  PartnerBuilder() {}

  /** Which cloud the partner is in; {@link PartnerCloud#GLOBAL} unless said otherwise. */
  public PartnerBuilder cloud(PartnerCloud cloud) {
    this.cloud = requireNonNull(cloud, "cloud");
    return this;
  }

  /**
   * Where the service is, if not at the cloud's own address: an emulator or a gateway. Tokens are
   * still asked for the cloud's audience.
   *
   * @throws IllegalArgumentException unless it is https, or http to this machine itself
   */
  public PartnerBuilder baseUrl(URI baseUrl) {
    this.baseUrl = ServiceAddress.check(baseUrl);
    return this;
  }

  /**
   * Where Microsoft Graph is, which makes the exports, if not at the cloud's own address; its path
   * ends with the version, as in {@link PartnerCloud#graphUrl}. Whoever names a {@code baseUrl} and
   * wants exports says this, too. Tokens are still asked for Graph's own audience.
   *
   * @throws IllegalArgumentException unless it is https, or http to this machine itself
   */
  public PartnerBuilder graphUrl(URI graphUrl) {
    this.graphUrl = ServiceAddress.check(graphUrl);
    return this;
  }

  /**
   * Who signs in: {@link io.partnercenter.credentials.MsalCredentials}, {@link
   * PartnerCredentials#bearer}, or three lines of the caller's. Required.
   */
  public PartnerBuilder credentials(PartnerCredentials credentials) {
    this.credentials = requireNonNull(credentials, "credentials");
    return this;
  }

  /**
   * The partner's own tenant, so that a token of another one is refused before it is sent, and no
   * figure of one customer ends up with another. Any tenant's, unless said otherwise.
   *
   * @throws IllegalArgumentException unless it is a GUID: tokens do not bear a tenant's other names
   */
  public PartnerBuilder tenantId(String tenantId) {
    this.tenantId = Arguments.guid(tenantId, "tenantId");
    return this;
  }

  /**
   * What carries requests, those of signing in included, in place of OkHttp. Stays open when the
   * partner is closed.
   */
  public PartnerBuilder transport(Transport transport) {
    this.transport = requireNonNull(transport, "transport");
    return this;
  }

  /**
   * Sets an OkHttp client of the caller's to send through, instead of one of the partner's own. Its
   * connection pool, dispatcher, proxy with its authenticator, TLS, DNS, time-outs, interceptors
   * and event listeners are taken over; its cache, cookie jar, authenticator for the service,
   * redirects and repetitions are not: {@link OkHttpTransport#OkHttpTransport} says why. Note that
   * its read time-out of ten seconds, if left as it is, is shorter than some pages take. Stays open
   * when the partner is closed.
   */
  public PartnerBuilder okHttp(OkHttpClient client) {
    return transport(new OkHttpTransport(client));
  }

  /** When failed attempts are repeated; {@link RetryOptions#defaults()} unless said otherwise. */
  public PartnerBuilder retry(RetryOptions retry) {
    return options(RequestOptions.defaults().retry(retry));
  }

  /**
   * How many retries all calls together may make while hardly any call succeeds; 100 unless said
   * otherwise, 0 for none. Successes win them back: one that took a retry its retry, any other a
   * fifth of one. When they are used up, calls that fail are not tried again, so that an outage is
   * not answered by a storm.
   */
  public PartnerBuilder retryBudget(int retries) {
    Arguments.check(retries >= 0, "retryBudget is not negative; this one is %s", retries);
    this.retryBudget = retries;
    return this;
  }

  /** How long one attempt may take, body included; three minutes unless said otherwise. */
  public PartnerBuilder timeout(Duration timeout) {
    return options(RequestOptions.defaults().timeout(timeout));
  }

  /**
   * How long one call may take: attempts, pauses and sign-in together; 15 minutes unless said
   * otherwise. A walk through many pages is a call for each page.
   */
  public PartnerBuilder deadline(Duration deadline) {
    return options(RequestOptions.defaults().deadline(deadline));
  }

  /** The language of what the service says; {@code en-US} unless said otherwise. */
  public PartnerBuilder locale(String locale) {
    return options(RequestOptions.defaults().locale(locale));
  }

  /** The caller's name and version, such as {@code contoso-ledger/2.3}, as the service sees it. */
  public PartnerBuilder applicationName(String applicationName) {
    options = options.applicationName(Arguments.header(applicationName, "applicationName"));
    return this;
  }

  /** Who hears of attempts, calls and pages, besides those named before; nobody at first. */
  public PartnerBuilder listener(PartnerListener listener) {
    return options(RequestOptions.defaults().listener(listener));
  }

  /**
   * Sets the executor for everything that is done off the caller's thread: every {@code getAsync},
   * pages that are fetched ahead, the reading and decoding of export files, and downloads into
   * folders. Each task blocks its thread for as long as its requests take. Defaults to daemon
   * threads of the partner's own, as many as are needed. Stays open when the partner is closed.
   *
   * <p>Nothing is carried over from the caller's thread: no trace of OpenTelemetry, no MDC of the
   * log, no security context. Listeners and interceptors run on these threads, too. Wrap the
   * executor to carry the context along, for example with OpenTelemetry's {@code
   * Context.taskWrapping(executor)}; without it, a request that was made ahead is a trace of its
   * own. The first page of a walk, and every {@code get}, are fetched on the caller's thread.
   *
   * <p>An executor with few threads makes walks slower but cannot block them: work that has not
   * begun when its result is needed is done by the thread that needs it. The same holds for work
   * that the executor rejects with {@link java.util.concurrent.RejectedExecutionException}. A
   * {@code getAsync} has no such thread: it waits for its turn, and if it is rejected, its future
   * completes with that exception. An executor that runs tasks on the thread that hands them over
   * makes every request one after the other.
   */
  public PartnerBuilder executor(Executor executor) {
    this.executor = requireNonNull(executor, "executor");
    return this;
  }

  /**
   * The largest body that is read, in bytes after decompression; 32 MiB unless said otherwise. A
   * page of 2000 line items has about 4 MB. No limit is above what fits into one array, 2 GiB.
   */
  public PartnerBuilder responseLimit(long bytes) {
    Arguments.check(bytes > 0, "responseLimit is more than nothing, not %s", bytes);
    this.responseLimit = Math.min(bytes, LARGEST_ARRAY);
    return this;
  }

  /** The clock, the sleeper and the dice, for tests. */
  PartnerBuilder timing(Timing timing) {
    this.timing = timing;
    return this;
  }

  private PartnerBuilder options(RequestOptions changed) {
    options = options.with(changed);
    return this;
  }

  /**
   * Makes the partner. No request is made yet.
   *
   * @throws IllegalStateException if there are no credentials
   */
  public IPartner build() {
    if (credentials == null) throw new IllegalStateException("a partner needs credentials");
    Resources resources = new Resources();
    Transport transport = this.transport != null ? this.transport : resources.okHttp();
    SignIns signIns = new SignIns(new Pacing(retryBudget, timing));
    Transport signInTransport =
        new SignInTransport(
            transport,
            options.retry(),
            options.timeout(),
            signIns.pacing(),
            timing,
            resources,
            signIns.secrets());
    ServiceClient service =
        new ServiceClient(
            new Endpoint(
                Dialect.PARTNER_CENTER,
                new ServiceAddress(baseUrl != null ? baseUrl : cloud.baseUrl()),
                tokens(credentials, cloud.tokenResource(), signInTransport, signIns, resources),
                new Pacing(retryBudget, timing)),
            options.with(RequestOptions.defaults()),
            transport,
            responseLimit,
            executor != null ? executor : resources.executor(),
            timing,
            resources);
    URI graph = graphUrl == null && baseUrl == null ? cloud.graphUrl().orElse(null) : graphUrl;
    if (graph == null) return new Partner(service, null, null, cloud, resources::close);
    ServiceAddress address = new ServiceAddress(graph);
    return new Partner(
        service,
        new Endpoint(
            Dialect.GRAPH,
            address,
            tokens(credentials, GRAPH_RESOURCE, signInTransport, signIns, resources),
            new Pacing(retryBudget, timing)),
        new Endpoint(Dialect.STORAGE, address, null, new Pacing(retryBudget, timing)),
        cloud,
        resources::close);
  }

  private TokenCache tokens(
      PartnerCredentials credentials,
      String resource,
      Transport signInTransport,
      SignIns signIns,
      Resources resources) {
    TokenCheck check = new TokenCheck(cloud, resource, tenantId);
    TokenCache tokens = new TokenCache(credentials, check, signInTransport, signIns, timing);
    resources.onClose(tokens::close);
    return tokens;
  }
}
