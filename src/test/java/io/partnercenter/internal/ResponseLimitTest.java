package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.Answers;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.transport.Transport;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseLimitTest {
  private static final int LIMIT = 100_000;

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner(server.builder().responseLimit(LIMIT));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anAnswerOfExactlyTheLimitIsRead() {
    server.answersJson(200, padded(LIMIT));

    assertThat(partner.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
  }

  @Test
  void theLargestLimitThereIsReadsWhatAnyOtherReads() {
    IPartner unlimited = server.partner(server.builder().responseLimit(Long.MAX_VALUE));
    server.answersJson(200, Answers.SUMMARY);

    assertThat(unlimited.invoices().summary().get().balanceAmount()).isEqualTo("120.50");
  }

  @Test
  @DisplayName("C48: one byte more is refused, and says so")
  void oneByteMoreIsRefused() {
    server.answersJson(200, padded(LIMIT + 1));

    PartnerDataException e = failure(partner);

    assertThat(e).hasMessageContaining("answered more than 100000 bytes");
    assertThat(e.attempts()).extracting(Attempt::failure).containsExactly("unreadable");
  }

  @Test
  @DisplayName("C48: of zeros without end that were zipped, only the limit is unzipped")
  void aBombIsNotUnzipped() throws IOException {
    server.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .addHeader("Content-Encoding", "gzip")
            .body(zippedZeros(20 << 20))
            .build());

    assertThat(failure(partner)).hasMessageContaining("answered more than 100000 bytes");
  }

  @ParameterizedTest
  @DisplayName("C48: of a body without end, little more than the limit is read")
  @ValueSource(ints = {200, 403})
  void ofABodyWithoutEndLittleMoreThanTheLimitIsRead(int status) {
    AtomicLong read = new AtomicLong();
    Transport endless =
        request ->
            Answers.of(
                request,
                status,
                ResponseBody.create(
                    Okio.buffer(new Endless(read)), MediaType.get("application/json"), -1));
    IPartner partner = server.partner(server.builder().responseLimit(LIMIT).transport(endless));

    RuntimeException e =
        catchThrowableOfType(RuntimeException.class, () -> partner.invoices().summary().get());

    assertThat(e)
        .isInstanceOf(status == 200 ? PartnerDataException.class : PartnerServiceException.class);
    assertThat(e.getMessage()).hasSizeLessThan(1000);
    assertThat(read.get()).isLessThan(LIMIT + 10_000);
  }

  private static PartnerDataException failure(IPartner partner) {
    return catchThrowableOfType(
        PartnerDataException.class, () -> partner.invoices().summary().get());
  }

  private static String padded(int length) {
    return " ".repeat(length - Answers.SUMMARY.length()) + Answers.SUMMARY;
  }

  private static Buffer zippedZeros(int length) throws IOException {
    Buffer zipped = new Buffer();
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) '0');
    try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
      for (int written = 0; written < length; written += zeros.length) sink.write(zeros);
    }
    return zipped;
  }

  /** Blanks, as many as are wanted. */
  private record Endless(AtomicLong read) implements Source {
    @Override
    public long read(Buffer sink, long byteCount) {
      sink.writeUtf8(" ".repeat((int) byteCount));
      read.addAndGet(byteCount);
      return byteCount;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
