package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.Gzip;
import io.partnercenter.testing.Trickle;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  private static final int LIMIT = 1 << 20;
  private static final int WINDOW = 256 << 10;

  /** All there was in a file: the SKUs of its rows, and the rows that could not be read. */
  private record Content(List<String> skus, List<Page.Unreadable> unreadable, long rows) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'SkuId':'a'}\n{'SkuId':'b'}\n",
        "{'SkuId':'a'}\n{'SkuId':'b'}",
        "{'SkuId':'a'}\r\n{'SkuId':'b'}\r\n",
        "{'SkuId':'a'}\r\n{'SkuId':'b'}\r",
        "\uFEFF{'SkuId':'a'}\n{'SkuId':'b'}\n",
        "\uFEFF\n{'SkuId':'a'}\n{'SkuId':'b'}\n",
        "\uFEFF{'SkuId':'a'}\n\uFEFF{'SkuId':'b'}\n",
        "\n\n{'SkuId':'a'}\n\n \t\r\n{'SkuId':'b'}\n\n\n ",
        "  {'SkuId':'a'}\t\n\t{ 'SkuId' : 'b' }  \n"
      })
  @DisplayName("C44: neither line breaks nor byte order marks are part of the rows of a file")
  void lineBreaksBlankLinesAndAByteOrderMarkDoNotMatter(String text) throws Exception {
    String json = text.replace('\'', '"');

    assertThat(plain(json).skus()).containsExactly("a", "b");
    assertThat(gzip(json).skus()).containsExactly("a", "b");
    assertThat(gzip(json).rows()).isEqualTo(2);
    assertThat(gzip(json).unreadable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n \n\t", "\uFEFF", "\uFEFF\n"})
  void aFileMayHaveNoRows(String text) throws Exception {
    assertThat(plain(text)).isEqualTo(new Content(List.of(), List.of(), 0));
    assertThat(gzip(text)).isEqualTo(new Content(List.of(), List.of(), 0));
  }

  @Test
  void membersMayEndAnywhereInALine() throws Exception {
    String text = row("a") + "\n" + row("b") + "\n";
    for (int end = 0; end <= text.length(); end++) {
      byte[] file = Gzip.of(text.substring(0, end), text.substring(end));

      assertThat(read(file, LIMIT, false).skus()).containsExactly("a", "b");
    }
  }

  @Property(tries = 300)
  void rowsAreTheSameWhateverTheirLengthsAndWhateverTheBuffer(
      @ForAll @Size(max = 40) List<@IntRange(max = 90) Integer> lengths,
      @ForAll boolean windowsLineBreaks,
      @ForAll @IntRange(min = 1, max = 50) int atATime,
      @ForAll @IntRange(min = 120, max = 400) int limit)
      throws Exception {
    String lineBreak = windowsLineBreaks ? "\r\n" : "\n";
    List<String> skus = lengths.stream().map(length -> "ä".repeat(length / 2)).toList();
    StringBuilder text = new StringBuilder();
    for (String sku : skus) text.append(row(sku)).append(lineBreak.repeat(1 + sku.length() % 2));

    byte[] plain = text.toString().getBytes(UTF_8);
    byte[] zipped = Gzip.of(text.toString());

    assertThat(read(new Trickle(plain, atATime), limit, false).skus()).isEqualTo(skus);
    assertThat(read(new Trickle(zipped, atATime), limit, false).skus()).isEqualTo(skus);
  }

  @Test
  void rowsLieAcrossTheEndOfTheBufferAtEveryPlace() throws Exception {
    String second = row("second");
    for (int before = -2; before <= second.length() + 2; before++) {
      String first = rowOf(WINDOW - second.length() + before);

      Content content = plain(first + "\n" + second + "\n" + row("third"));

      assertThat(content.skus()).hasSize(3).endsWith("second", "third");
    }
  }

  @Test
  void aLineMayBeAsLongAsTheLimit() throws Exception {
    for (int limit : new int[] {100, WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW, 700_000}) {
      String longest = rowOf(limit);
      String text = row("a") + "\n" + longest + "\n" + row("b") + "\n" + longest;

      assertThat(read(text.getBytes(UTF_8), limit, false).skus())
          .hasSize(4)
          .startsWith("a")
          .contains("b");
    }
  }

  @Test
  void aLineMayNotBeLonger() {
    for (int limit : new int[] {100, WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW, 700_000}) {
      String tooLong = rowOf(limit + 1);
      for (String text : List.of(tooLong, tooLong + "\n", row("a") + "\n" + tooLong)) {
        assertThatThrownBy(() -> read(text.getBytes(UTF_8), limit, true))
            .isInstanceOf(UnreadableAnswer.class)
            .hasMessage("answered a line of more than " + limit + " bytes");
      }
    }
  }

  @Test
  @DisplayName("C48: of a line without end, little more than the limit is read")
  void aLineWithoutEndIsGivenUpAtTheLimit() {
    Zeros zeros = new Zeros();

    assertThatThrownBy(() -> read(zeros, LIMIT, true))
        .isInstanceOf(UnreadableAnswer.class)
        .hasMessageContaining("a line of more than 1048576 bytes");
    assertThat(zeros.sent).isLessThan(LIMIT + 100_000);
  }

  @Test
  void aBatchIsAsManyWholeRowsAsAWindowHolds() throws Exception {
    String text = (row("a") + "\n").repeat(40_000);
    try (var lines = lines(new ByteArrayInputStream(Gzip.of(text)), LIMIT, false)) {
      var first = Objects.requireNonNull(lines.next());

      assertThat(first.items()).hasSize(WINDOW / (row("a").length() + 1));
      assertThat(lines.rows()).isEqualTo(first.items().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Total':'much'}",
        "{'Total':1e99999999999}",
        "{'other':1e99999999999}",
        "{",
        "}",
        "{'SkuId':'x'",
        "{'SkuId':'x",
        "{'SkuId':'x\\",
        "{'SkuId':{",
        "{'SkuId':[",
        "{'SkuId':",
        "{'SkuId'",
        "{'SkuId':'x'}}",
        "{'SkuId':'x'} {'SkuId':'y'}",
        "{'SkuId':'x'}{",
        "{'SkuId':'x'},",
        "{'SkuId':'x'\r,'ProductId':'y'}}",
        "[{'SkuId':'x'}]",
        "[",
        "null",
        "'",
        "0",
        "\0",
        "\u00a0"
      })
  void whatIsUnreadableIsOneLineAndAllOthersAreRead(String text) throws Exception {
    String broken = text.replace('\'', '"');
    for (int place = broken.startsWith("{") ? 0 : 1; place <= 3; place++) {
      List<String> lines = new ArrayList<>(List.of(row("a"), row("b"), row("c")));
      lines.add(place, broken);

      Content content = gzip(String.join("\n", lines));

      assertThat(content.skus()).containsExactly("a", "b", "c");
      assertThat(content.unreadable()).hasSize(1);
      assertThat(content.unreadable().get(0).row()).isEqualTo(place);
      assertThat(content.unreadable().get(0).json()).isEqualTo(broken.strip());
      assertThat(content.rows()).isEqualTo(4);
    }
  }

  @Test
  void aRowOnTwoLinesIsTwoLinesThatCannotBeRead() throws Exception {
    Content content = gzip(row("a") + "\n{\"SkuId\":\"x\"\n,\"Total\":1}\n" + row("b"));

    assertThat(content.skus()).containsExactly("a", "b");
    assertThat(content.unreadable()).extracting(Page.Unreadable::row).containsExactly(1, 2);
  }

  @Test
  void aRowThatCannotBeReadIsNamedWithFieldAndText() {
    String text = row("a") + "\n\n{\"Total\":\"much\"}\n" + row("b");

    UnreadableAnswer e =
        catchThrowableOfType(
            UnreadableAnswer.class, () -> read(text.getBytes(UTF_8), LIMIT, false));

    assertThat(e)
        .hasMessage(
            "answered what cannot be read: row 1, field Total, which says \"much\": not an amount");
    assertThat(e.row).isEqualTo(1);
    assertThat(e.field).isEqualTo("Total");
    assertThat(e.text).isEqualTo("much");
  }

  @ParameterizedTest
  @ValueSource(strings = "\0\0\0\0\0001}\n{}")
  void zerosDoNotMakeItAnotherEncoding(String text) {
    assertThatThrownBy(() -> plain(text)).isInstanceOf(UnreadableAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>\n<html>\n<body>Sign in</body>\n</html>",
        "[{\"SkuId\":\"a\"}]",
        "null",
        "PartnerId,CustomerId\n1,2\n"
      })
  void anotherKindOfFileIsRefusedAsAWhole(String text) {
    assertThatThrownBy(() -> gzip(text))
        .isInstanceOf(UnreadableAnswer.class)
        .hasMessageContaining("row 0: it is not a JSON object, but begins with")
        .hasMessageContaining(text.lines().findFirst().orElseThrow());
  }

  @Test
  void whatIsQuotedOfItIsShortAndWithoutSecrets() {
    String page = "<a href=\"https://x.example/?sig=abc%2Fdef&se=1\">" + "x".repeat(100_000);

    assertThatThrownBy(() -> plain(page))
        .isInstanceOf(UnreadableAnswer.class)
        .hasMessageContaining("sig=…")
        .hasMessageNotContaining("abc")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void halfALastLineIsABrokenConnectionUnlessGzipSaysThatItIsAll() throws Exception {
    String text = row("a") + "\n" + row("b");
    for (int cut = text.length() - row("b").length() + 1; cut < text.length(); cut++) {
      String half = text.substring(0, cut);

      assertThatThrownBy(() -> plain(half))
          .isInstanceOf(EOFException.class)
          .hasMessage("the last line ends too soon");
      assertThat(gzip(half).unreadable()).hasSize(1);
    }
  }

  @Test
  void wheneverTheConnectionFailsThatIsWhatOneSees() {
    IOException broken = new IOException("connection reset");
    byte[] file = Gzip.of(row("a") + "\n" + row("b"));
    for (int length = 0; length <= file.length; length++) {
      Trickle source = new Trickle(Arrays.copyOf(file, length), 7, broken);

      assertThatThrownBy(() -> read(source, LIMIT, true)).isSameAs(broken);
    }
  }

  @Test
  void aFileThatIsCutShortIsAnError() {
    byte[] file = Gzip.of(row("a") + "\n" + row("b"));
    for (int length = 1; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);

      assertThatThrownBy(() -> read(cut, LIMIT, true)).isInstanceOf(Gunzip.CutShort.class);
    }
  }

  @Test
  void whateverByteIsAnotherNoRowIsLostInSilence() {
    byte[] file = Gzip.of(row("a") + "\n" + row("b"));
    for (int place = 0; place < file.length; place++) {
      for (int change = 1; change < 256; change++) {
        byte[] changed = file.clone();
        changed[place] ^= (byte) change;

        assertThat(isRightOrSaysThatItIsNot(changed)).as("byte %s, %s", place, change).isTrue();
      }
    }
  }

  @Test
  void damagedDataIsNotWorthAnotherAttempt() {
    byte[] file = Gzip.of(row("a"));
    file[file.length - 5]++;

    assertThatThrownBy(() -> read(file, LIMIT, true))
        .isInstanceOf(UnreadableAnswer.class)
        .hasMessage("answered a file that does not fit its gzip checksum");
  }

  @Test
  void closingItClosesTheConnection() throws Exception {
    Trickle source = new Trickle(Gzip.of(row("a")), 100);

    lines(source, LIMIT, false).close();

    assertThat(source.isClosed()).isTrue();
  }

  private static boolean isRightOrSaysThatItIsNot(byte[] file) {
    try {
      Content content = read(file, LIMIT, true);
      return !content.unreadable().isEmpty() || content.skus().equals(List.of("a", "b"));
    } catch (UnreadableAnswer | IOException e) {
      return true;
    }
  }

  private static String row(String sku) {
    return "{\"SkuId\":\"" + sku + "\"}";
  }

  /** A row of that many bytes. */
  private static String rowOf(int length) {
    return row("x".repeat(length - row("").length()));
  }

  private static Content plain(String text) throws IOException, UnreadableAnswer {
    return read(text.getBytes(UTF_8), LIMIT, true);
  }

  private static Content gzip(String text) throws IOException, UnreadableAnswer {
    return read(Gzip.of(text), LIMIT, true);
  }

  private static Content read(byte[] file, int limit, boolean setsAside)
      throws IOException, UnreadableAnswer {
    return read(new ByteArrayInputStream(file), limit, setsAside);
  }

  private static Content read(InputStream file, int limit, boolean setsAside)
      throws IOException, UnreadableAnswer {
    List<String> skus = new ArrayList<>();
    List<Page.Unreadable> unreadable = new ArrayList<>();
    try (var lines = lines(file, limit, setsAside)) {
      for (var batch = lines.next(); batch != null; batch = lines.next()) {
        for (ReconciliationRecord row : batch.items()) skus.add(String.valueOf(row.skuId()));
        unreadable.addAll(batch.unreadable());
      }
      return new Content(skus, unreadable, lines.rows());
    }
  }

  private static JsonLines<ReconciliationRecord> lines(
      InputStream file, int limit, boolean setsAside) {
    return new JsonLines<>(file, ReconciliationRecord.class, limit, setsAside);
  }

  /** Zeros without end. */
  private static final class Zeros extends InputStream {
    private long sent;

    @Override
    public int read() {
      sent++;
      return 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      Arrays.fill(target, offset, offset + length, (byte) 0);
      sent += length;
      return length;
    }
  }
}
