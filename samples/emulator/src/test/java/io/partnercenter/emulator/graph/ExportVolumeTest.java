package io.partnercenter.emulator.graph;

import static io.partnercenter.emulator.testing.ExportClient.DOLLARS;
import static io.partnercenter.emulator.testing.ExportClient.RECONCILIATION;
import static io.partnercenter.emulator.testing.ExportClient.UNBILLED;
import static io.partnercenter.emulator.testing.ExportClient.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.TenantInvoice;
import io.partnercenter.emulator.testing.ExportClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportVolumeTest {
  @Test
  void millionsOfLinesAreServedFromAFewMembers() throws IOException {
    try (Emulator emulator =
        Emulator.builder()
            .months(1)
            .exportBlobs(40)
            .exportRows(125_000)
            .exports(e -> e.sizesAndCounts(true))
            .start()) {
      ExportClient client = new ExportClient(emulator);
      JsonNode manifest = client.export(UNBILLED, DOLLARS);
      JsonNode last = manifest.path("blobs").path(39);

      byte[] whole = client.blob(manifest, 39).bytes();

      assertThat(last.path("itemCount").asInt()).isEqualTo(125_000);
      assertThat(whole).hasSize(last.path("sizeInBytes").asInt());
      String one = ExportClient.text(Arrays.copyOf(whole, whole.length / 25));
      LineItems lines = emulator.tenant().unbilled(LineKind.ONE_TIME, "USD", Period.CURRENT).get();
      assertThat(one.lines()).hasSize(5_000);
      assertThat(sum(one.lines().toList(), "Subtotal").multiply(new BigDecimal(1_000)))
          .isEqualByComparingTo(emulator.exported(lines).total());
      int middle = whole.length / 2 + 7;
      assertThat(client.blob(manifest, 39, "Range", "bytes=" + middle + "-").bytes())
          .isEqualTo(Arrays.copyOfRange(whole, middle, whole.length));
    }
  }

  @Test
  void theTotalOfAnExportOfAnySizeIsKnown() throws IOException {
    try (Emulator emulator =
        Emulator.builder()
            .rows(10)
            .distinctRows(100)
            .months(1)
            .exportBlobs(3)
            .exportRows(701)
            .start()) {
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(1);
      LineItems lines = emulator.exported(invoice.lineItems(LineKind.ONE_TIME).get());
      ExportClient client = new ExportClient(emulator);

      List<String> read = client.lines(client.export(RECONCILIATION, invoice(invoice.id())));

      assertThat(lines.rows()).isEqualTo(2_103);
      assertThat(read).hasSize(2_103);
      assertThat(sum(read, "Total")).isEqualByComparingTo(lines.total());
    }
  }

  @Test
  void theTotalOfMillionsOfLinesNeedsNoJson() {
    try (Emulator emulator =
        Emulator.builder().rows(10).exportBlobs(40).exportRows(125_000).start()) {
      LineItems lines = emulator.tenant().unbilled(LineKind.ONE_TIME, "USD", Period.CURRENT).get();

      assertThat(emulator.exported(lines).rows()).isEqualTo(5_000_000);
      assertThat(emulator.exported(lines).total()).isGreaterThan(new BigDecimal("1000000000"));
    }
  }

  private static BigDecimal sum(List<String> lines, String field) throws IOException {
    ObjectMapper json = new ObjectMapper();
    BigDecimal sum = BigDecimal.ZERO;
    for (String line : lines) {
      sum = sum.add(new BigDecimal(json.readTree(line).path(field).asText()));
    }
    return sum;
  }
}
