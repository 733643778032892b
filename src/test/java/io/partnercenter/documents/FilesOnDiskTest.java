package io.partnercenter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerListener;
import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a download does to the disk, and what the disk to a download. */
class FilesOnDiskTest {
  private static final DownloadOptions DEFAULTS = DownloadOptions.defaults();

  private final PartnerServer server = new PartnerServer();
  private final List<String> attempts = new ArrayList<>();
  private final IPartner partner =
      server.partner(
          server
              .builder()
              .listener(
                  new PartnerListener() {
                    @Override
                    public void onAttempt(AttemptEvent event) {
                      attempts.add(event.attempt().status() + ", " + event.attempt().failure());
                    }
                  }));
  private final DocumentOperations statement = partner.invoices().byId("G1").statement();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anExistingFileIsKeptAndNothingAskedFor() throws Exception {
    Path target = Files.writeString(folder.resolve("it.pdf"), "mine");

    assertThatThrownBy(() -> statement.downloadTo(target))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContainingAll("it.pdf", "is kept");

    assertThat(target).hasContent("mine");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anExistingFileIsReplacedOnRequest() throws Exception {
    Path target = Files.writeString(folder.resolve("it.pdf"), "mine");
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement.with(DEFAULTS.replacesExisting(true)).downloadTo(target);

    assertThat(Files.readAllBytes(target)).isEqualTo(Pdfs.SMALL);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void anExistingFileOutlivesADownloadThatFails() throws Exception {
    Path target = Files.writeString(folder.resolve("it.pdf"), "mine");
    server.answersJson(404, "{}");

    assertThatThrownBy(() -> statement.with(DEFAULTS.replacesExisting(true)).downloadTo(target));

    assertThat(target).hasContent("mine");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFileThatAppearsMeanwhileIsKept() {
    Path target = folder.resolve("it.pdf");
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    assertThatThrownBy(
            () ->
                statement
                    .with(DEFAULTS.progress((bytes, total) -> write(target, "another's")))
                    .downloadTo(target))
        .hasCauseInstanceOf(FileAlreadyExistsException.class);

    assertThat(target).hasContent("another's");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void foldersThatAreMissingOrNoneAreFoundOutBeforeAnyRequest() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> statement.downloadTo(folder.resolve("missing").resolve("it.pdf")))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> statement.downloadTo(file.resolve("it.pdf")))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileSystemException.class);
    assertThatThrownBy(() -> statement.with(DEFAULTS.replacesExisting(true)).downloadTo(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it is a folder");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void progressIsToldToTheLastByteAndStartsOverWithTheDocument() {
    List<Long> bytes = new ArrayList<>();
    List<@Nullable Long> totals = new ArrayList<>();
    server.answers(NoPdfTest.Framing.CONTENT_LENGTH.cut(Pdfs.ofSize(300_000), 200_000));
    server.answers(Pdfs.answer(Pdfs.ofSize(300_000)).build());

    statement
        .with(
            DEFAULTS.progress(
                (soFar, total) -> {
                  bytes.add(soFar);
                  totals.add(total);
                }))
        .downloadTo(folder.resolve("it.pdf"));

    int again = 1;
    while (bytes.get(again) > bytes.get(again - 1)) again++;
    assertThat(bytes.subList(again, bytes.size())).isSorted().endsWith(300_000L);
    assertThat(totals).containsOnly(300_000L);
  }

  @Test
  void aTotalThatNobodyKnowsIsAbsent() {
    List<@Nullable Long> totals = new ArrayList<>();
    server.answers(Pdfs.answer(Pdfs.SMALL).chunkedBody(new Buffer().write(Pdfs.SMALL), 10).build());

    statement
        .with(DEFAULTS.progress((bytes, total) -> totals.add(total)))
        .downloadTo(folder.resolve("it.pdf"));

    assertThat(totals).isNotEmpty().containsOnlyNulls();
  }

  @Test
  void whatTheListenerOfProgressThrowsEndsTheDownload() {
    server.answers(Pdfs.answer(Pdfs.SMALL).build());
    DocumentOperations stopped =
        statement.with(
            DEFAULTS.progress(
                (bytes, total) -> {
                  throw new IllegalStateException("enough");
                }));

    assertThatThrownBy(() -> stopped.downloadTo(folder.resolve("it.pdf"))).hasMessage("enough");

    assertThat(folder).isEmptyDirectory();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anInterruptedDownloadLeavesNoFile() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    server.answers(
        Pdfs.answer(Pdfs.ofSize(500_000)).throttleBody(100_000, 1, TimeUnit.HOURS).build());
    var download =
        Background.start(
            () ->
                statement
                    .with(DEFAULTS.progress((bytes, total) -> begun.countDown()))
                    .downloadTo(folder.resolve("it.pdf")));
    Background.await(begun);

    download.interrupt();

    assertThat(download.failure(RuntimeException.class)).hasMessageContaining("interrupted");
    assertThat(download.keptInterrupt()).isTrue();
    assertThat(folder).isEmptyDirectory();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aCancelledDownloadLeavesNoFile() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    List<Background<Boolean>> threads = new ArrayList<>();
    IPartner watched =
        server.partner(
            server.builder().executor(task -> threads.add(Background.start(() -> run(task)))));
    server.answers(
        Pdfs.answer(Pdfs.ofSize(500_000)).throttleBody(100_000, 1, TimeUnit.HOURS).build());
    var download =
        watched
            .invoices()
            .byId("G1")
            .statement()
            .with(DEFAULTS.progress((bytes, total) -> begun.countDown()))
            .downloadToAsync(folder.resolve("it.pdf"));
    Background.await(begun);

    download.cancel(true);

    assertThat(threads.get(0).result()).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  private static boolean run(Runnable task) {
    task.run();
    return true;
  }

  @Test
  void aStreamHasTheWholeDocumentAndIsGoneWhenClosed() throws Exception {
    server.answers(NoPdfTest.Framing.CHUNKED.cut(Pdfs.ofSize(300_000), 200_000));
    server.answers(Pdfs.answer(Pdfs.ofSize(300_000)).build());

    try (InputStream pdf = statement.openStream()) {
      assertThat(pdf.readAllBytes()).isEqualTo(Pdfs.ofSize(300_000));
    }

    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void aStreamOfWhatIsNoPdfIsNeverOpened() throws Exception {
    server.answersJson(200, "{\"code\":\"2000\"}");

    assertThatThrownBy(statement::openStream).hasMessageContaining("no PDF");

    assertThat(temporaryFiles()).isEmpty();
  }

  private static List<Path> temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("partnercenter-\\d+\\.tmp"))
          .toList();
    }
  }

  @Test
  void whatCannotBeStoredIsNotTriedAgainButToldToListeners() {
    // Of a caller who stores his progress, too, and whose disk is full.
    server.answers(Pdfs.answer(Pdfs.SMALL).build());
    Path target = folder.resolve("it.pdf");

    var failure =
        catchThrowableOfType(
            UncheckedIOException.class,
            () ->
                statement
                    .with(
                        DEFAULTS.progress(
                            (bytes, total) -> {
                              throw new UncheckedIOException(new IOException("No space left"));
                            }))
                    .downloadTo(target));

    assertThat(failure).hasMessageContaining("No space left");
    assertThat(attempts).containsExactly("200, not stored");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLimitIsAtLeastAByte() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.sizeLimit(0))
        .withMessageContaining("sizeLimit");
  }
}
