package io.partnercenter.walks;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.invoices.PageSink;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.OneTimeInvoiceLineItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job in a process of its own, to be killed: it stores each page and the place behind it in one
 * file, which is there whole or not at all.
 */
final class DrainJob implements PageSink<OneTimeInvoiceLineItem> {
  private final Path folder;

  private DrainJob(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) {
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(URI.create(args[0]))
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .build()) {
      Walks.byToken(partner, Integer.parseInt(args[2])).drainTo(new DrainJob(Path.of(args[1])));
    }
  }

  @Override
  public @Nullable Cursor reached() {
    List<Path> stored = stored(folder);
    return stored.isEmpty() ? null : new Cursor(lines(stored.get(stored.size() - 1)).get(0));
  }

  @Override
  public void store(List<OneTimeInvoiceLineItem> rows, Cursor reached) {
    List<String> lines = new ArrayList<>(List.of(reached.value()));
    rows.forEach(row -> lines.add(row.orderId()));
    try {
      Path file = folder.resolve("page-%04d".formatted(stored(folder).size()));
      Path unfinished = Files.write(folder.resolve("unfinished"), lines);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row that was stored, in order. */
  static List<String> rows(Path folder) {
    return stored(folder).stream().flatMap(file -> lines(file).stream().skip(1)).toList();
  }

  private static List<Path> stored(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("page-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
