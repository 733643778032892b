package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.transport.OkHttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files as values, for readers who have no partner. */
class ExportBlobTest {
  private final ExportServer server = new ExportServer().rows(1, 20).rows(21, 40);

  @AfterEach
  void close() {
    server.close();
  }

  private List<ExportBlob<ReconciliationRecord>> blobs() {
    return server.partner().exports().billedReconciliation("G1").start().blobs();
  }

  private static List<String> names(ExportBlob<ReconciliationRecord> blob) {
    try (Stream<ReconciliationRecord> rows = blob.stream()) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  @Test
  void eachFileIsReadByItself() {
    List<ExportBlob<ReconciliationRecord>> blobs = blobs();

    assertThat(names(blobs.get(1))).containsExactlyElementsOf(ExportServer.skuNames(21, 40));
    assertThat(names(blobs.get(0))).containsExactlyElementsOf(ExportServer.skuNames(1, 20));
  }

  @Test
  void aFileThatWasSentElsewhereIsReadThere() throws Exception {
    ExportBlob<ReconciliationRecord> blob = blobs().get(0);
    ObjectMapper mapper = new ObjectMapper();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(blob);
    Object sent = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    ExportBlob<ReconciliationRecord> asJson =
        mapper.readValue(mapper.writeValueAsBytes(blob), new TypeReference<>() {});

    assertThat(sent).isEqualTo(blob);
    assertThat(asJson).isEqualTo(blob);
    assertThat(names(asJson)).containsExactlyElementsOf(ExportServer.skuNames(1, 20));
  }

  @Test
  void aFileIsReadThroughATransportOfTheReaders() {
    List<String> hosts = new ArrayList<>();
    OkHttpTransport own = new OkHttpTransport(new OkHttpClient());

    try (Stream<ReconciliationRecord> rows =
        blobs().get(0).stream(
            request -> {
              hosts.add(request.url().host());
              return own.send(request);
            })) {
      assertThat(rows).hasSize(20);
    }

    assertThat(hosts).hasSize(1);
  }

  @Test
  void aBrokenConnectionLosesNoRow() {
    ExportBlob<ReconciliationRecord> blob = blobs().get(0);
    server.cut(List.of(7, 30, 50));

    assertThat(names(blob)).containsExactlyElementsOf(ExportServer.skuNames(1, 20));
  }

  @Test
  void aFileReadToItsEndLeavesNoConnectionThoughNobodyClosesIt() {
    List<ExportBlob<ReconciliationRecord>> blobs = blobs();
    long before = server.connections();

    blobs.forEach(blob -> assertThat(blob.stream().count()).isEqualTo(20));

    server.awaitConnections(before);
    assertThat(server.requests("/storage/")).hasSize(2);
  }

  @Test
  void norDoesOneThatCannotBeReadToItsEnd() {
    server.file("bad.json.gz", ExportServer.gzip(ExportServer.row(1) + "\n{"));
    ExportBlob<ReconciliationRecord> blob = blobs().get(2);
    long before = server.connections();

    assertThatThrownBy(() -> blob.stream().forEach(row -> {}))
        .isInstanceOf(PartnerDataException.class);

    server.awaitConnections(before);
  }

  @Test
  void norDoesOneWhoseReaderFails() {
    ExportBlob<ReconciliationRecord> blob = blobs().get(0);
    long before = server.connections();

    assertThatThrownBy(() -> blob.stream().forEach(row -> Integer.parseInt(row.skuName())))
        .isInstanceOf(NumberFormatException.class);

    server.awaitConnections(before);
  }

  @Test
  void aTransportOfTheReadersStaysOpen() {
    OkHttpClient client = new OkHttpClient();

    assertThat(blobs().get(0).stream(new OkHttpTransport(client)).count()).isEqualTo(20);

    assertThat(client.connectionPool().idleConnectionCount()).isEqualTo(1);
    client.connectionPool().evictAll();
  }

  @Test
  void aSignatureThatHasExpiredIsSaidToHave() {
    ExportBlob<ReconciliationRecord> blob = blobs().get(0);
    server.requestsPerSignature = 0;

    PartnerServiceException failure =
        catchThrowableOfType(PartnerServiceException.class, () -> names(blob));

    assertThat(failure.statusCode()).isEqualTo(403);
    assertThat(failure.errorCode()).contains("AuthenticationFailed");
  }

  @Test
  @DisplayName("C49: the signature is not printed")
  void theSignatureIsNotPrinted() {
    assertThat(blobs().toString()).contains("part-0.json.gz").doesNotContain("hunter2");
  }

  @Test
  @DisplayName("C47: a forged value leads nowhere else")
  void aForgedValueLeadsNowhereElse() {
    ExportBlob<ReconciliationRecord> forged =
        new ExportBlob<>(
            ReconciliationRecord.class, "https://evil.example/x", "part-0", "sig=x", null, null);

    assertThatThrownBy(forged::stream)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not Azure Storage");
  }
}
