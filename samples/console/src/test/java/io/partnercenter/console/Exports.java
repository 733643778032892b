package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.EmulatorRequest;
import io.partnercenter.emulator.LineItems;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.TenantInvoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** An emulator, a folder, and runs of the four exports by some clock. */
record Exports(Emulator emulator, Path folder, InstantSource clock) implements AutoCloseable {
  static final int ROWS = 1_200;

  Exports(Emulator emulator, Path folder) {
    this(emulator, folder, InstantSource.system());
  }

  /** The four, by the names of their commands. */
  enum Which {
    BILLED_RECONCILIATION(LineKind.ONE_TIME, true, "Total"),
    BILLED_USAGE(LineKind.DAILY_RATED_USAGE, true, "BillingPreTaxTotal"),
    UNBILLED_RECONCILIATION(LineKind.ONE_TIME, false, "Subtotal"),
    UNBILLED_USAGE(LineKind.DAILY_RATED_USAGE, false, "BillingPreTaxTotal");

    final LineKind kind;
    final boolean billed;
    final String amount;

    Which(LineKind kind, boolean billed, String amount) {
      this.kind = kind;
      this.billed = billed;
      this.amount = amount;
    }

    String command() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String keyColumn() {
      return kind == LineKind.ONE_TIME ? "OrderId" : "ResourceURI";
    }
  }

  /** Of an emulator whose exports are ready at once. */
  static EmulatorBuilder prompt() {
    return Emulator.builder().seed(4).rows(ROWS).months(1).exportPolls(0);
  }

  Path file() {
    return folder.resolve("rows.out");
  }

  TenantInvoice invoice() {
    return emulator.tenant().modernInvoices().get(0);
  }

  LineItems expected(Which which) {
    LineItems lines =
        which.billed
            ? invoice().lineItems(which.kind).orElseThrow()
            : emulator.tenant().unbilled(which.kind, "EUR", Period.CURRENT).orElseThrow();
    return emulator.exported(lines);
  }

  Run run(Which which, String... more) {
    return Run.at(clock, emulator, arguments(which, more));
  }

  /** With the rows in {@link #file}. */
  Run toFile(Which which, String... more) {
    return run(which, with(more, "--to=" + file()));
  }

  /** Of what an earlier run has kept in {@code files}, with the rows in {@link #file}. */
  Run read(Which which, Path files, String... more) {
    String[] all = with(more, "--from-folder=" + files, "--to=" + file());
    return Run.against(emulator, with(named(which), all));
  }

  String[] arguments(Which which, String... more) {
    String[] named = named(which);
    return with(which.billed ? named : with(named, "--period=current"), more);
  }

  private String[] named(Which which) {
    return new String[] {
      "export", which.command(), which.billed ? invoice().id() : "--currency=eur"
    };
  }

  static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  long posts() {
    return emulator.requests().stream()
        .map(EmulatorRequest::target)
        .filter(target -> target.endsWith("/export"))
        .count();
  }

  List<CSVRecord> rows() {
    return Read.csv(text(file()));
  }

  /** What lies in the folder, whatever it is. */
  List<String> left() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No token was sent to the storage, and no signature to the reader. */
  void checkSecrets(Run... runs) {
    assertThat(emulator.blobRequestsWithAuthorization()).isZero();
    for (Run run : runs) {
      assertThat(run.out() + run.err()).doesNotContain("sig=").doesNotContain(emulator.token());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(path -> Files.isRegularFile(path) && !path.toString().endsWith(".gz"))
          .forEach(path -> assertThat(text(path)).doesNotContain("sig="));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
