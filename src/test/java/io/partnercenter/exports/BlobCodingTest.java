package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Gzip;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of an export that come with a content coding. */
class BlobCodingTest {
  private final ExportServer server = new ExportServer().rows(1, 20);

  @AfterEach
  void close() {
    server.close();
  }

  private void answersFiles(MockResponse.Builder answer) {
    server.instead = request -> request.getTarget().startsWith("/storage/") ? answer.build() : null;
  }

  /** An answer with the whole file as its range, and {@code body} for it. */
  private MockResponse.Builder range(String coding, byte[] body) {
    int length = server.content(0).length;
    return new MockResponse.Builder()
        .code(206)
        .addHeader("Content-Range", "bytes 0-" + (length - 1) + "/" + length)
        .addHeader("Content-Encoding", coding)
        .body(new Buffer().write(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "identity", "utf-8"})
  @DisplayName("C64: a file that is stored with a content coding is read as it is stored")
  void aFileIsReadAsItIsStored(String coding) {
    answersFiles(range(coding, server.content(0)));

    assertThat(ExportServer.read(server.partner(), 1))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, br"})
  @DisplayName("C64: another coding of a file ends in one attempt, and the message names it")
  void anotherCodingIsNamed(String coding) {
    answersFiles(range(coding, server.content(0)));

    assertThat(failure()).hasMessageContaining("Content-Encoding: " + coding);
  }

  @Test
  @DisplayName("C64: a range that a proxy has compressed is not taken for the file's bytes")
  void aRangeThatAProxyHasCompressedIsRefused() {
    byte[] again = Gzip.of(new byte[][] {server.content(0)});
    answersFiles(range("gzip", again));

    assertThat(failure()).hasMessageContaining("Content-Encoding: gzip");

    answersFiles(range("gzip", again).chunkedBody(new Buffer().write(again), 100));

    assertThat(failure()).hasMessageContaining("Content-Encoding: gzip");
  }

  private PartnerDataException failure() {
    int before = server.requests("/storage/").size();
    PartnerDataException failure =
        catchThrowableOfType(
            PartnerDataException.class, () -> ExportServer.read(server.partner(), 1));
    assertThat(failure.attempts()).extracting(Attempt::failure).containsExactly("unreadable");
    assertThat(server.requests("/storage/")).hasSize(before + 1);
    return failure;
  }
}
