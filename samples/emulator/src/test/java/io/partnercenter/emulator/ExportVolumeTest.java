package io.partnercenter.emulator;

import static io.partnercenter.emulator.ExportClient.DOLLARS;
import static io.partnercenter.emulator.ExportClient.RECONCILIATION;
import static io.partnercenter.emulator.ExportClient.UNBILLED;
import static io.partnercenter.emulator.ExportClient.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExportVolumeTest {
  @Test
  void millionsOfLinesAreServedFromAFew() throws IOException {
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
      assertThat(ExportClient.text(Arrays.copyOf(whole, whole.length / 25)).lines()).hasSize(5_000);
      int middle = whole.length / 2 + 7;
      assertThat(client.blob(manifest, 39, "Range", "bytes=" + middle + "-").bytes())
          .isEqualTo(Arrays.copyOfRange(whole, middle, whole.length));
    }
  }

  @Test
  void theTotalOfAnExportOfAnySizeIsKnown() throws IOException {
    try (Emulator emulator =
        Emulator.builder().rows(10).months(1).exportBlobs(3).exportRows(7_001).start()) {
      TenantInvoice invoice = emulator.tenant().modernInvoices().get(1);
      LineItems lines = emulator.exported(invoice.lineItems(LineKind.ONE_TIME).get());
      ExportClient client = new ExportClient(emulator);
      ObjectMapper json = new ObjectMapper();

      BigDecimal sum = BigDecimal.ZERO;
      int count = 0;
      for (String line : client.lines(client.export(RECONCILIATION, invoice(invoice.id())))) {
        sum = sum.add(new BigDecimal(json.readTree(line).path("Total").asText()));
        count++;
      }

      assertThat(count).isEqualTo(21_003);
      assertThat(lines.rows()).isEqualTo(21_003);
      assertThat(sum).isEqualByComparingTo(lines.total());
    }
  }

  @Test
  void theTotalOfMillionsTakesNoRendering() {
    try (Emulator emulator =
        Emulator.builder().rows(10).exportBlobs(40).exportRows(125_000).start()) {
      LineItems lines = emulator.tenant().unbilled(LineKind.ONE_TIME, "USD", Period.CURRENT).get();

      assertThat(emulator.exported(lines).rows()).isEqualTo(5_000_000);
      assertThat(emulator.exported(lines).total()).isGreaterThan(new BigDecimal("1000000000"));
    }
  }
}
