package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.TenantInvoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentCommandsTest {
  private static final Emulator EMULATOR = Emulator.builder().rows(5).start();
  private static final TenantInvoice INVOICE =
      EMULATOR.tenant().modernInvoices().stream()
          .filter(invoice -> !invoice.taxReceiptIds().isEmpty())
          .findFirst()
          .orElseThrow();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  @Test
  void statementHasTheNameThatTheServiceOffers() {
    Run run = Run.in(folder, EMULATOR, "statement", INVOICE.id(), "--format", "csv");

    Path file = folder.resolve("Invoice_" + INVOICE.id() + ".pdf");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.complaints()).isEmpty();
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**/.*");
    assertThat(Read.csv(run.out()))
        .singleElement()
        .satisfies(row -> assertThat(row.get("file")).isEqualTo(file.toString()))
        .satisfies(row -> assertThat(file).hasSize(Long.parseLong(row.get("bytes"))));
  }

  @Test
  void statementIsAPdf() throws IOException {
    Run.in(folder, EMULATOR, "statement", INVOICE.id(), "--to", "it.pdf");

    assertThat(Files.readAllBytes(folder.resolve("it.pdf")))
        .startsWith('%', 'P', 'D', 'F', '-')
        .endsWith('%', '%', 'E', 'O', 'F');
  }

  @Test
  void receiptIsAPdf() throws IOException {
    String receipt = INVOICE.taxReceiptIds().get(0);

    Run run = Run.in(folder, EMULATOR, "receipt", INVOICE.id(), receipt);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllBytes(folder.resolve(receipt + ".pdf"))).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void fileThatExistsIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("Invoice_" + INVOICE.id() + ".pdf"), "mine");

    Run offered = Run.in(folder, EMULATOR, "statement", INVOICE.id());
    Run named =
        Run.in(folder, EMULATOR, "statement", INVOICE.id(), "--to", file.getFileName().toString());

    for (Run run : new Run[] {offered, named}) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.complaints())
          .containsExactly(
              "The output could not be written: "
                  + file
                  + ": it exists and is kept; --replace replaces it");
    }
    assertThat(file).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void fileThatExistsIsReplacedOnRequest() throws IOException {
    Path file = Files.writeString(folder.resolve("Invoice_" + INVOICE.id() + ".pdf"), "mine");

    Run run = Run.in(folder, EMULATOR, "statement", INVOICE.id(), "--replace");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void toAFolderIsIntoIt() throws IOException {
    Path other = Files.createDirectory(folder.resolve("statements"));

    Run.in(folder, EMULATOR, "statement", INVOICE.id(), "--to", "statements");

    assertThat(other).isDirectoryContaining("glob:**Invoice_" + INVOICE.id() + ".pdf");
  }

  @Test
  @DisplayName("C27: nothing is left of a document that was refused")
  void nothingIsLeftOfADocumentThatWasRefused() {
    EMULATOR.inject(Fault.status(403).on("/statement"));

    Run run = Run.in(folder, EMULATOR, "statement", INVOICE.id());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void complaintsAboutAFolderNamedPipeAreHeard() {
    Run run = Run.in(folder, EMULATOR, "statement", INVOICE.id(), "--to", "pipe/it.pdf");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.complaints()).singleElement().asString().contains("no file can be made beside");
  }
}
