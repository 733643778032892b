package io.partnercenter.campaigns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.campaigns.Wire.Place;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.UnreadableRow;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives a partner one answer after the other, and looks at what it makes of them. */
final class MutatedAnswer implements AutoCloseable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A walk has buffers of its own, whatever the answer. */
  private static final long ALWAYS_ALLOWED = 8 << 20;

  /** Each level of nesting has an object of its own, several times: for parser, tree and copy. */
  private static final long ALLOWED_PER_BYTE = 400;

  /** The byte order mark of UTF-8, byte by byte. */
  private static final String MARK = "\u00ef\u00bb\u00bf";

  private static final int LONGEST_MESSAGE = 2_000;

  private final Asked asked;
  private final Wire wire;
  private final IPartner partner;
  private int records;
  private int refused;

  /** The first answer is read as it should be, which also makes the partner ready. */
  MutatedAnswer(Asked asked) {
    this.asked = asked;
    this.wire = new Wire(asked.place());
    this.partner = partner(wire);
    wire.answers(asked.json().toString().getBytes(UTF_8));
    assertThat(read((List<UnreadableRow>) null)).as("%s, unchanged", asked).isNotNull();
  }

  static IPartner partner(Wire wire) {
    return IPartner.builder()
        .transport(wire)
        .credentials(PartnerCredentials.bearer(() -> "token"))
        .retry(RetryOptions.none())
        .executor(Runnable::run)
        .build();
  }

  /** Claims that {@code body} is a record with its own figures, or refused in a typed way. */
  void check(byte[] body, boolean setsAside) {
    List<UnreadableRow> aside = new ArrayList<>();
    Object result = read(body, setsAside ? aside : null);
    if (result == null) {
      refused++;
      return;
    }
    records++;
    Set<Integer> unread = aside.stream().map(UnreadableRow::row).collect(Collectors.toSet());
    if (asked.place() == Place.BLOB) {
      assertAreThoseOf((List<?>) result, lines(body), unread);
      return;
    }
    byte[] rest = CutPage.without(aside, body);
    Node json = rest.length == 0 ? Node.raw("null") : Node.of(rest);
    if (json.isNull()) { // The service says nothing, and so there is nothing.
      assertThat(result).hasFieldOrPropertyWithValue("items", List.of());
      return;
    }
    if (!unread.isEmpty()) dropUnread(json, unread);
    Figures.assertAre((Record) result, json);
  }

  private @Nullable Object read(byte[] body, @Nullable List<UnreadableRow> aside) {
    wire.answers(body);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Object result = read(aside);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated)
        .as("memory for %d bytes", body.length)
        .isLessThan(ALWAYS_ALLOWED + ALLOWED_PER_BYTE * body.length);
    return result;
  }

  private @Nullable Object read(@Nullable List<UnreadableRow> aside) {
    try {
      return asked.call().of(partner, aside == null ? null : aside::add);
    } catch (PartnerException e) {
      assertThat(e.getMessage().length()).as("length of the message").isLessThan(LONGEST_MESSAGE);
      if (Boolean.getBoolean("tell")) e.printStackTrace();
      return null;
    }
  }

  private static void dropUnread(Node page, Set<Integer> unread) {
    Node items = page.children.get(page.names.lastIndexOf("items"));
    for (int i = items.size() - 1; i >= 0; i--) {
      if (unread.contains(i)) items.remove(i);
    }
  }

  private static void assertAreThoseOf(List<?> records, List<byte[]> lines, Set<Integer> unread) {
    int at = 0;
    for (int row = 0; row < lines.size(); row++) {
      if (unread.contains(row)) continue;
      assertThat(at).as("records").isLessThan(records.size());
      Figures.assertAre((Record) records.get(at++), Node.of(lines.get(row)));
    }
    assertThat(at).as("records").isEqualTo(records.size());
  }

  private static List<byte[]> lines(byte[] body) {
    List<byte[]> lines = new ArrayList<>();
    for (String line : new String(body, ISO_8859_1).split("\n", -1)) {
      String row = line.startsWith(MARK) ? line.substring(MARK.length()) : line;
      if (!row.isBlank()) lines.add(row.getBytes(ISO_8859_1));
    }
    return lines;
  }

  /** Claims that there was something of both to look at. */
  void assertWasWorthIt() {
    if (records + refused < 100) return;
    assertThat(records).as("records").isGreaterThan(refused / 20);
    assertThat(refused).as("refused").isGreaterThan(records / 20);
  }

  @Override
  public void close() {
    partner.close();
  }
}
