package io.partnercenter.exports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.models.UnreadableRow;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.Gzip;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Export files, and lines of them, that are not in UTF-8. */
@DisplayName("C59: a file that is not in UTF-8 fails with the name of its encoding")
class FilesInOtherEncodingsTest {
  private static final int WINDOW = 256 << 10;

  private final ExportServer server = new ExportServer();

  @AfterEach
  void close() {
    server.close();
  }

  private enum Encoding {
    LITTLE_16(UTF_16LE, "UTF-16 little-endian"),
    BIG_16(UTF_16BE, "UTF-16 big-endian"),
    LITTLE_32(Charset.forName("UTF-32LE"), "UTF-32 little-endian"),
    BIG_32(Charset.forName("UTF-32BE"), "UTF-32 big-endian");

    private final Charset charset;
    private final String title;

    Encoding(Charset charset, String title) {
      this.charset = charset;
      this.title = title;
    }

    private byte[] bytes(String text) {
      return text.getBytes(charset);
    }
  }

  private RunningExport<ReconciliationRecord> export() {
    return server
        .partner()
        .exports()
        .billedReconciliation("G1")
        .with(ExportOptions.defaults().parallelBlobs(1))
        .start();
  }

  private static List<String> names(Stream<ReconciliationRecord> rows) {
    try (rows) {
      return rows.map(ReconciliationRecord::skuName).toList();
    }
  }

  private static String rows(int first, int last) {
    StringBuilder rows = new StringBuilder();
    for (int row = first; row <= last; row++) rows.append(ExportServer.row(row)).append('\n');
    return rows.toString();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) joined.writeBytes(part);
    return joined.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aFileInAnotherEncodingFailsWithTheNameOfIt(Encoding encoding) {
    for (String beginning : List.of("", "\uFEFF", "\n", "\r\n", "\uFEFF\n", " ")) {
      byte[] file = encoding.bytes(beginning + rows(1, 3));

      for (byte[] content : List.of(file, Gzip.of(file))) {
        server.file("part-0", content);
        assertThatThrownBy(() -> names(export().stream()))
            .as("after \"%s\"", beginning)
            .isInstanceOf(PartnerDataException.class)
            .hasMessageContaining("answered a file in %s; export files are UTF-8", encoding.title);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void suchAFileIsNotSetAsideRowByRow(Encoding encoding) {
    server.file("part-0", Gzip.of(encoding.bytes(rows(1, 3))));
    List<UnreadableRow> unreadable = new ArrayList<>();

    assertThatThrownBy(() -> names(export().onUnreadable(unreadable::add).stream()))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining(encoding.title);
    assertThat(unreadable).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aFolderWithSuchAFileFailsInTheSameWay(Encoding encoding, @TempDir Path folder) {
    server.file("part-0", Gzip.of(encoding.bytes(rows(1, 3))));
    ExportFolder<ReconciliationRecord> stored = export().downloadTo(folder);

    assertThatThrownBy(() -> names(stored.stream()))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining(encoding.title);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aLineInAnotherEncodingFailsWithItsNumberAndTheNameOfTheEncoding(Encoding encoding) {
    server.file("part-0", Gzip.of(withSecondLine(encoding)));

    assertThatThrownBy(() -> names(export().stream()))
        .isInstanceOfSatisfying(PartnerDataException.class, e -> assertThat(e.row()).hasValue(1))
        .hasMessageContaining("row 1: it is in %s; export files are UTF-8", encoding.title);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aLineInAnotherEncodingIsSetAsideAndAllOthersAreRead(Encoding encoding) {
    server.file("part-0", Gzip.of(withSecondLine(encoding)));
    List<UnreadableRow> unreadable = new ArrayList<>();

    assertThat(names(export().onUnreadable(unreadable::add).stream()))
        .containsExactly("row 1, Zürich", "row 3, Zürich", "row 4, Zürich");
    assertThat(unreadable).extracting(UnreadableRow::row).containsExactly(1);
  }

  /** The line break itself is UTF-8. */
  private static byte[] withSecondLine(Encoding encoding) {
    return joined(
        rows(1, 1).getBytes(UTF_8),
        encoding.bytes(ExportServer.row(2)),
        ("\n" + rows(3, 4)).getBytes(UTF_8));
  }

  /** The second batch begins where the buffer ended, and its first bytes choose the parser. */
  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aFileThatGoesOnInAnotherEncodingBehindTheFirstBatchFails(Encoding encoding) {
    server.file("part-0", Gzip.of(joined(padded(WINDOW), encoding.bytes(rows(2, 3)))));

    assertThatThrownBy(() -> names(export().stream()))
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("row 1: it is in %s", encoding.title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\0\0", "\0\0\0", "\0\0\0\0", "{\0", "{\0\0", "{\0\0\0", "{\"\0\0"})
  void zerosAtTheBeginningOfABatchCostOneRow(String zeros) {
    String broken = zeros + "SkuName\":\"x\"}\n";
    server.file("part-0", Gzip.of(joined(padded(WINDOW), (broken + rows(2, 3)).getBytes(UTF_8))));
    List<UnreadableRow> unreadable = new ArrayList<>();

    assertThat(names(export().onUnreadable(unreadable::add).stream()))
        .hasSize(3)
        .endsWith("row 2, Zürich", "row 3, Zürich");
    assertThat(unreadable).extracting(UnreadableRow::row).containsExactly(1);
  }

  /** One row with its line break, of that many bytes. */
  private static byte[] padded(int length) {
    String empty = "{\"SkuName\":\"\"}\n";
    return empty.replace("\"\"", "\"" + "x".repeat(length - empty.length()) + "\"").getBytes(UTF_8);
  }

  @Test
  void charactersBeyondAsciiInUtf8AreNoOtherEncoding() {
    server.file("part-0", Gzip.of("{\"SkuName\":\"Ċ ਊ 𐀊 \uFEFF\"}\n".getBytes(UTF_8)));

    assertThat(names(export().stream())).containsExactly("Ċ ਊ 𐀊 \uFEFF");
  }
}
