package io.partnercenter.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.TrackedTransport;
import io.partnercenter.transport.OkHttpTransport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counts what is left when a walk ends early: tasks, calls, answers, connections in use. */
class WalkLeavesNothingTest {
  private final PartnerServer server = new PartnerServer();
  private final OkHttpClient client = new OkHttpClient();
  private final TrackedTransport transport = new TrackedTransport(new OkHttpTransport(client));
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final IPartner partner =
      server.partner(server.builder().transport(transport).executor(executor));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("C26: walks that end at their first row leave nothing behind")
  void closedAfterTheFirstRow() throws InterruptedException {
    server.mock().setDispatcher(new PageServer(5, 3));

    for (int walk = 0; walk < 20; walk++) {
      try (var rows = Walks.byToken(partner, 3).stream()) {
        assertThat(rows.findFirst()).isPresent();
      }
    }

    assertNothingIsLeft();
  }

  @Test
  @DisplayName("C26: nor do walks that fail")
  void failedOnThePageThree() throws InterruptedException {
    server
        .mock()
        .setDispatcher(
            new PageServer(5, 3) {
              @Override
              MockResponse answer(int page, RecordedRequest request) throws InterruptedException {
                if (page == 2) return PartnerServer.json(403, "{\"code\":\"900150\"}").build();
                return super.answer(page, request);
              }
            });

    for (int walk = 0; walk < 20; walk++) {
      assertThatThrownBy(() -> Walks.byToken(partner, 3).stream().forEach(row -> {}))
          .isInstanceOf(PartnerServiceException.class);
    }

    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws InterruptedException {
    executor.shutdown(); // Interrupts nobody: what is under way has to end by itself.
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(transport.answers()).isPositive();
    assertThat(transport.open()).isZero();
    assertThat(client.dispatcher().runningCallsCount()).isZero();
    assertThat(client.connectionPool().connectionCount())
        .isEqualTo(client.connectionPool().idleConnectionCount());
  }
}
