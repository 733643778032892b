package io.partnercenter.testing;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.ReconciliationRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph and the storage of its exports, on loopback: operations that run for a while,
 * signatures that expire, files with ranges and versions, connections that break where told.
 */
public final class ExportServer implements AutoCloseable {
  public static final String ID = "4c3e1a52-0000-4000-8000-000000000001";

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private final MockWebServer server = new MockWebServer();
  private final PromptSockets sockets = new PromptSockets();
  private final FakeTime time = new FakeTime();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> blobs = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<Integer> cuts = Collections.synchronizedList(new ArrayList<>());
  private final List<IPartner> partners = new ArrayList<>();

  /** How often the operation still says that it is running. */
  public final AtomicInteger polls = new AtomicInteger();

  /** After how many requests for files a signature is no longer good. */
  public volatile int requestsPerSignature = Integer.MAX_VALUE;

  public volatile String eTag = "data-1";
  public volatile String status = "succeeded";
  public volatile String error = "";
  public volatile @Nullable String retryAfter = "7";
  public volatile String blobExtras = "";
  public volatile @Nullable Integer blobCount;

  /** Replaces the place of the result; given the manifest. */
  public volatile Function<String, String> location =
      manifest -> "\"resourceLocation\":" + manifest;

  /** Where the files are said to be, if elsewhere than here; their names are those of the files. */
  public volatile @Nullable String elsewhere;

  /** Opens the files elsewhere; asked for every manifest. */
  public volatile Supplier<String> signatureElsewhere = this::signature;

  /** Answers in place of this server, if not null. */
  public volatile Function<RecordedRequest, @Nullable MockResponse> instead = request -> null;

  private int signature = 1;
  private int signedRequests;

  public ExportServer() {
    server.setServerSocketFactory(sockets);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            MockResponse other = instead.apply(request);
            return other != null ? other : answer(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI graphUrl() {
    return server.url("/graph/v1.0").uri();
  }

  public String storage() {
    return server.url("/storage/data").toString();
  }

  public MockWebServer mock() {
    return server;
  }

  public FakeTime time() {
    return time;
  }

  public PartnerBuilder builder() {
    return TimedPartners.builder(time.timing())
        .baseUrl(server.url("/").uri())
        .graphUrl(graphUrl())
        .credentials(PartnerCredentials.bearer(() -> "hunter2-graph"));
  }

  public IPartner partner() {
    return partner(builder());
  }

  public IPartner partner(PartnerBuilder builder) {
    IPartner partner = builder.build();
    partners.add(partner);
    return partner;
  }

  /** Adds a file with the rows {@code first} to {@code last}. */
  public ExportServer rows(int first, int last) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    IntStream.rangeClosed(first, last).forEach(row -> lines.add(row(row)));
    return file("part-" + blobs.size() + ".json.gz", gzip(lines.toString()));
  }

  public ExportServer file(String name, byte[] content) {
    blobs.put(name, content);
    return this;
  }

  public byte[] content(int index) {
    return List.copyOf(blobs.values()).get(index);
  }

  public static String row(int row) {
    return "{\"InvoiceNumber\":\"G1\",\"SkuName\":\"row %d, Zürich\",\"Quantity\":\"%d.250\"}"
        .formatted(row, row);
  }

  public static List<String> skuNames(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(row -> "row " + row + ", Zürich").toList();
  }

  /** The names in all rows that {@code partner} gets, however many files it reads at once. */
  public static List<String> read(IPartner partner, int parallel) {
    ExportOptions options = ExportOptions.defaults().parallelBlobs(parallel);
    try (Stream<ReconciliationRecord> rows =
        partner.exports().billedReconciliation("G1").with(options).stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  public static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The next answers with files that have more bytes than that break off there, one each. */
  public void cut(List<Integer> afterBytes) {
    cuts.addAll(afterBytes);
  }

  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Those whose path has {@code part} in it. */
  public List<RecordedRequest> requests(String part) {
    return requests.stream().filter(request -> request.getTarget().contains(part)).toList();
  }

  /** How many connections to here are open. */
  public long connections() {
    return sockets.open();
  }

  /** Returns when only so many are: it takes a moment until a server sees the other side close. */
  public void awaitConnections(long most) {
    Background.until(() -> connections() <= most);
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.startsWith("/storage/")) return blob(request);
    if (!"Bearer hunter2-graph".equals(request.getHeaders().get("Authorization"))) {
      return PartnerServer.json(401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\"}}")
          .build();
    }
    if (path.endsWith("/export")) {
      return new MockResponse.Builder()
          .code(202)
          .addHeader("Location", graphUrl() + "/reports/partners/billing/operations/" + ID)
          .build();
    }
    if (path.contains("/manifests/")) return PartnerServer.json(200, manifest()).build();
    return operation();
  }

  private MockResponse operation() {
    boolean running = polls.getAndDecrement() > 0;
    String body =
        running
            ? "\"status\":\"running\""
            : "\"status\":\"%s\"%s,%s".formatted(status, error, location.apply(manifest()));
    MockResponse.Builder response =
        PartnerServer.json(
            200,
            "{\"id\":\"" + ID + "\",\"createdDateTime\":\"2026-01-05T08:00:00\"," + body + "}");
    if (running && retryAfter != null) response.addHeader("Retry-After", retryAfter);
    return response.addHeader("request-id", "graph-7").build();
  }

  private String manifest() {
    signature++;
    signedRequests = 0;
    StringJoiner files = new StringJoiner(",", "[", "]");
    synchronized (blobs) {
      blobs.keySet().forEach(name -> files.add("{\"name\":\"" + name + "\"" + blobExtras + "}"));
    }
    int count = blobCount != null ? blobCount : blobs.size();
    return ("{\"id\":\"m-1\",\"eTag\":\"%s\",\"rootDirectory\":\"%s\",\"sasToken\":\"%s\","
            + "\"blobCount\":%d,\"blobs\":%s}")
        .formatted(
            eTag,
            elsewhere != null ? elsewhere : storage(),
            elsewhere != null ? signatureElsewhere.get() : signature(),
            count,
            files);
  }

  public String signature() {
    return "sv=2021-08-06&se=2026-01-05T09%3A00%3A00Z&sig=hunter2%2B" + signature + "%3D";
  }

  private MockResponse blob(RecordedRequest request) {
    boolean expired = ++signedRequests > requestsPerSignature;
    if (expired || !signature().equals(request.getUrl().encodedQuery())) {
      return new MockResponse.Builder()
          .code(403)
          .addHeader("x-ms-error-code", "AuthenticationFailed")
          .body("<Error><Code>AuthenticationFailed</Code><Message>expired</Message></Error>")
          .build();
    }
    List<String> segments = request.getUrl().pathSegments();
    byte[] content = blobs.get(String.join("/", segments.subList(2, segments.size())));
    if (content == null) return new MockResponse.Builder().code(404).build();
    String match = request.getHeaders().get("If-Match");
    String version = "\"" + eTag + content.length + "\"";
    if (match != null && !match.equals(version)) {
      return new MockResponse.Builder().code(412).build();
    }
    return part(content, String.valueOf(request.getHeaders().get("Range")), version);
  }

  private MockResponse part(byte[] content, String header, String version) {
    Matcher range = RANGE.matcher(header);
    if (!range.matches()) throw new IllegalArgumentException(header);
    int first = Integer.parseInt(range.group(1));
    int last = Math.min(Integer.parseInt(range.group(2)), content.length - 1);
    if (first > last) {
      return new MockResponse.Builder()
          .code(416)
          .addHeader("Content-Range", "bytes */" + content.length)
          .build();
    }
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(206)
            .addHeader("ETag", version)
            .addHeader("Content-Range", "bytes " + first + "-" + last + "/" + content.length);
    int length = last - first + 1;
    int sent = !cuts.isEmpty() && cuts.get(0) < length ? cuts.remove(0) : length;
    response.body(new Buffer().write(content, first, sent)).setHeader("Content-Length", length);
    if (sent < length) response.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
    return response.build();
  }

  @Override
  public void close() {
    partners.forEach(IPartner::close);
    server.close();
  }
}
