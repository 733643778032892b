package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.testing.Gzip;
import io.partnercenter.testing.Trickle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipTest {
  private static final String TEXT = "{\"SkuId\":\"0002\"}\n{\"SkuId\":\"0003\"}\n";
  private static final byte[] FILE = Gzip.of(TEXT);

  @Property(tries = 300)
  void theDataIsTheSameHoweverItComesAndIsAskedFor(
      @ForAll @Size(max = 6) List<String> members,
      @ForAll @IntRange(min = 1, max = 40) int sent,
      @ForAll @IntRange(min = 1, max = 40) int asked)
      throws IOException {
    byte[] file = Gzip.of(members.toArray(String[]::new));

    assertThat(read(new Gunzip(new Trickle(file, sent)), asked)).isEqualTo(joined(members));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void oneMemberFollowsAnother(int count) throws IOException {
    List<String> members = Collections.nCopies(count, TEXT);

    assertThat(text(Gzip.of(members.toArray(String[]::new)))).isEqualTo(TEXT.repeat(count));
  }

  @Test
  void membersMayBeEmpty() throws IOException {
    assertThat(text(Gzip.of(""))).isEmpty();
    assertThat(text(Gzip.of("", TEXT, "", "", TEXT, ""))).isEqualTo(TEXT + TEXT);
  }

  @Test
  void longDataIsWhole() throws IOException {
    String text = TEXT.repeat(50_000);

    assertThat(text(Gzip.of(text, text))).isEqualTo(text + text);
  }

  @Test
  void noBytesAreNoData() throws IOException {
    assertThat(text(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"SkuId\":\"0002\"}\n", "{", "\n", "<html>", "\u001f{}"})
  void whatIsNoGzipIsPassedOn(String plain) throws IOException {
    assertThat(text(plain.getBytes(UTF_8))).isEqualTo(plain);
  }

  @Test
  void headersMayHaveEveryPartThereIs() throws IOException {
    for (int flags = 0; flags < 32; flags++) {
      assertThat(text(withHeader(flags))).isEqualTo(TEXT);
    }
  }

  @Test
  void everyPartOfAHeaderMayBeCutShort() {
    byte[] file = withHeader(31);
    for (int length = 1; length < file.length; length++) {
      assertIsCutShort(Arrays.copyOf(file, length));
    }
  }

  @Test
  void aHeaderThatDoesNotFitItsChecksumIsDamaged() {
    byte[] file = withHeader(31);
    file[4]++; // When it was compressed: nothing else would notice.

    assertIsDamaged(file, "header that does not fit its checksum");
  }

  @Test
  void whereverItEndsTooSoonThatIsAnError() {
    byte[] file = Gzip.of(TEXT, TEXT);
    int first = Gzip.of(TEXT).length;
    for (int length = 1; length < file.length; length++) {
      if (length != first) assertIsCutShort(Arrays.copyOf(file, length));
    }
  }

  @Test
  void whateverByteIsAnotherItIsAnErrorOrTheSameData() throws IOException {
    for (int place = 2; place < FILE.length; place++) {
      for (int change = 1; change < 256; change++) {
        byte[] file = FILE.clone();
        file[place] ^= (byte) change;
        String text = textUnlessBroken(file);

        assertThat(text).as("byte %s, %s", place, change).isIn("broken", TEXT);
      }
    }
  }

  @Test
  void zerosBehindTheLastMemberArePadding() throws IOException {
    assertThat(text(concat(FILE, new byte[1]))).isEqualTo(TEXT);
    assertThat(text(concat(FILE, new byte[100_000]))).isEqualTo(TEXT);
  }

  @Test
  void anythingElseBehindTheLastMemberIsAnError() {
    String problem = "goes on with something else behind its gzip data";

    assertIsDamaged(concat(FILE, "{}\n".getBytes(UTF_8)), problem);
    assertIsDamaged(concat(FILE, new byte[] {0, 0, 1}), problem);
    assertIsDamaged(concat(concat(FILE, new byte[10]), FILE), problem);
    assertIsDamaged(concat(FILE, new byte[] {0x1f, 0}), problem);
  }

  @Test
  void whatTheConnectionThrowsPassesThrough() {
    IOException broken = new IOException("connection reset");
    for (int length = 0; length <= FILE.length; length++) {
      Trickle source = new Trickle(Arrays.copyOf(FILE, length), 5, broken);

      assertThatThrownBy(() -> read(new Gunzip(source), 100)).isSameAs(broken);
    }
  }

  @Test
  void nothingIsReadOnceItIsClosed() throws IOException {
    Trickle source = new Trickle(FILE, 100);
    Gunzip gunzip = new Gunzip(source);
    assertThat(gunzip.read()).isEqualTo('{');

    gunzip.close();
    gunzip.close();

    assertThat(source.isClosed()).isTrue();
    assertThatThrownBy(gunzip::read).isInstanceOf(IOException.class).hasMessage("closed");
  }

  /** {@link #FILE}, with those optional parts of a header. */
  private static byte[] withHeader(int flags) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
    if ((flags & 4) != 0) file.writeBytes(concat(new byte[] {0x2c, 1}, new byte[300]));
    if ((flags & 8) != 0) file.writeBytes("part-00000.json\0".getBytes(UTF_8));
    if ((flags & 16) != 0) file.writeBytes("a remark\0".getBytes(UTF_8));
    if ((flags & 2) != 0) {
      CRC32 check = new CRC32();
      check.update(file.toByteArray());
      file.write((int) check.getValue());
      file.write((int) (check.getValue() >> 8));
    }
    file.write(FILE, 10, FILE.length - 10);
    return file.toByteArray();
  }

  private static void assertIsCutShort(byte[] file) {
    assertThatThrownBy(() -> text(file))
        .isInstanceOf(Gunzip.CutShort.class)
        .hasMessage("ends in the middle of its gzip data");
  }

  private static void assertIsDamaged(byte[] file, String problem) {
    assertThatThrownBy(() -> text(file))
        .isInstanceOf(Gunzip.Damaged.class)
        .hasMessageContaining(problem);
  }

  private static String textUnlessBroken(byte[] file) throws IOException {
    try {
      return text(file);
    } catch (Gunzip.Damaged | Gunzip.CutShort e) {
      return "broken";
    }
  }

  private static String text(byte[] file) throws IOException {
    return read(new Gunzip(new ByteArrayInputStream(file)), 1_000);
  }

  private static String read(Gunzip gunzip, int atATime) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] some = new byte[atATime];
    try (gunzip) {
      for (int count = gunzip.read(some); count >= 0; count = gunzip.read(some)) {
        text.write(some, 0, count);
      }
    }
    return text.toString(UTF_8);
  }

  private static String joined(List<String> members) {
    return new String(String.join("", members).getBytes(UTF_8), UTF_8);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
