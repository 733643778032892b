package io.partnercenter.testing;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** A service on loopback that answers what it was told, in that order, and a partner to ask it. */
public final class PartnerServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final FakeTime time = new FakeTime();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final List<IPartner> partners = new ArrayList<>();

  public PartnerServer() {
    // A request too many fails its test at once, and does not wait for an answer.
    QueueDispatcher answers = new QueueDispatcher();
    answers.setFailFast(
        new MockResponse.Builder().code(410).body("The test has no answer for this one.").build());
    server.setDispatcher(answers);
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A partner of this server whose token is {@link Secrets#TOKEN} and whose time is {@link #time}.
   */
  public IPartner partner() {
    return partner(builder());
  }

  /** The partner that {@code builder} makes, closed with this server. */
  public IPartner partner(PartnerBuilder builder) {
    IPartner partner = builder.build();
    partners.add(partner);
    return partner;
  }

  /** Begins a partner of this server. */
  public PartnerBuilder builder() {
    return TimedPartners.builder(time.timing())
        .baseUrl(baseUrl())
        .credentials(PartnerCredentials.bearer(() -> Secrets.TOKEN));
  }

  public URI baseUrl() {
    return server.url("/").uri();
  }

  public FakeTime time() {
    return time;
  }

  public MockWebServer mock() {
    return server;
  }

  /** Answers with that status and an empty body. */
  public PartnerServer answers(int status) {
    return answers(new MockResponse.Builder().code(status).build());
  }

  /** Answers with {@code fixtures/<name>.json}. */
  public PartnerServer answersFixture(String name) {
    return answersJson(200, Fixtures.text(name));
  }

  /** Answers with JSON. */
  public PartnerServer answersJson(int status, String json) {
    return answers(json(status, json).build());
  }

  public PartnerServer answers(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  /** Announces all of {@code json} and hangs up after {@code length} bytes of it. */
  public PartnerServer answersCut(String json, int length) {
    byte[] bytes = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return answers(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body(new Buffer().write(bytes, 0, length))
            .setHeader("Content-Length", bytes.length)
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
  }

  public static MockResponse.Builder json(int status, String json) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(json);
  }

  /** Every request so far, oldest first. */
  public List<RecordedRequest> requests() {
    try {
      for (RecordedRequest next = take(); next != null; next = take()) requests.add(next);
      return List.copyOf(requests);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private RecordedRequest take() throws InterruptedException {
    return server.takeRequest(0, TimeUnit.SECONDS);
  }

  /** The first request. */
  public RecordedRequest request() {
    return requests().get(0);
  }

  /** That header of each request. */
  public List<String> headers(String name) {
    return requests().stream().map(request -> request.getHeaders().get(name)).toList();
  }

  /** The path and query of each request. */
  public List<String> targets() {
    return requests().stream().map(RecordedRequest::getTarget).toList();
  }

  @Override
  public void close() {
    partners.forEach(IPartner::close);
    server.close();
  }
}
