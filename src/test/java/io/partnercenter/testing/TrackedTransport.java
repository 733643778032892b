package io.partnercenter.testing;

import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Counts the answers that nobody has closed yet. */
public final class TrackedTransport implements Transport {
  private final Transport transport;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  public TrackedTransport(Transport transport) {
    this.transport = transport;
  }

  @Override
  public Response send(Request request) throws IOException {
    Response response = transport.send(request);
    answers.incrementAndGet();
    open.incrementAndGet();
    return response.newBuilder().body(new TrackedBody(response.body())).build();
  }

  public int answers() {
    return answers.get();
  }

  public int open() {
    return open.get();
  }

  private final class TrackedBody extends ResponseBody {
    private final ResponseBody body;
    private boolean closed;

    TrackedBody(ResponseBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return body.source();
    }

    @Override
    public void close() {
      if (!closed) open.decrementAndGet();
      closed = true;
      body.close();
    }
  }
}
