package io.partnercenter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.testing.Sockets;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call over HTTP/2 that is canceled while its request is written, and answered all the same. */
@Timeout(60)
class CanceledCallTest {
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
          .socketFactory(new SocketsAnsweredWhileWritten())
          .eventListener(new Canceling())
          .build();
  private volatile boolean cancels;
  private volatile boolean isRead;

  @BeforeEach
  void start() throws IOException {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C26: a call that is canceled while it is answered gives its connection back")
  void aConnectionIsGivenBack() throws IOException {
    OkHttpTransport transport = new OkHttpTransport(client);
    Request request = new Request.Builder().url(server.url("/")).build();
    for (int i = 0; i < 2; i++) server.enqueue(new MockResponse.Builder().body("answer").build());
    try (Response response = transport.send(request)) {
      assertThat(response.body().string()).isEqualTo("answer");
    }

    cancels = true;

    assertThatThrownBy(() -> transport.send(request)).hasMessage("Canceled");
    assertThat(isRead).as("answered before it ended").isTrue();
    assertThat(client.connectionPool().idleConnectionCount())
        .isEqualTo(client.connectionPool().connectionCount());
  }

  private final class Canceling extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      if (cancels) call.cancel();
    }
  }

  /** Whoever writes to them goes on when what was answered has been read. */
  private final class SocketsAnsweredWhileWritten extends Sockets {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public InputStream getInputStream() throws IOException {
          return new FilterInputStream(super.getInputStream()) {
            private boolean isAnswered;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
              if (isAnswered) isRead = true; // For more is asked for.
              int count = super.read(target, offset, length);
              isAnswered = cancels;
              return count;
            }
          };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
          return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              out.write(bytes, offset, length);
              while (cancels && !isRead) Thread.onSpinWait();
            }
          };
        }
      };
    }
  }
}
