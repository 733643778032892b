package io.partnercenter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partnercenter.IPartner;
import io.partnercenter.invoices.DocumentOperations;
import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.testing.Background;
import io.partnercenter.testing.PartnerServer;
import io.partnercenter.testing.UnixFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What remains of a file that is replaced: whose it is, who may read it, and what it is. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReplacedFileTest {
  private static final DownloadOptions REPLACES = DownloadOptions.defaults().replacesExisting(true);

  private final PartnerServer server = new PartnerServer();
  private final IPartner partner = server.partner();
  private final DocumentOperations statement =
      partner.invoices().byId("G1").statement().with(REPLACES);

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private Path existing(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("it.pdf"), "mine");
    UnixFiles.permit(file, permissions);
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rw-rw-rw-", "rwxr-x---"})
  @DisplayName("C76: a document that replaces a file has its permissions, from its first byte on")
  void aDocumentHasThePermissionsOfWhatItReplaces(String permissions) throws Exception {
    Path target = existing(permissions);
    Set<String> meanwhile = new TreeSet<>();
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement
        .with(
            REPLACES.progress(
                (bytes, total) -> files().forEach(f -> meanwhile.add(UnixFiles.permissions(f)))))
        .downloadTo(target);

    assertThat(target).hasBinaryContent(Pdfs.SMALL);
    assertThat(UnixFiles.permissions(target)).isEqualTo(permissions);
    assertThat(meanwhile).containsExactly(permissions);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("C76: permissions that change meanwhile are kept, too")
  void permissionsThatChangeMeanwhileAreKept() throws Exception {
    Path target = folder.resolve("it.pdf");
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement
        .with(
            REPLACES.progress(
                (bytes, total) -> {
                  try {
                    existing("rw-------");
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }))
        .downloadTo(target);

    assertThat(target).hasBinaryContent(Pdfs.SMALL);
    assertThat(UnixFiles.permissions(target)).isEqualTo("rw-------");
  }

  @Test
  @DisplayName("C76: root replaces a user's file and leaves it to the user")
  void rootLeavesAFileToItsUser() throws Exception {
    Path target = existing("rw-r-----");
    assumeTrue(gaveAway(target, 65_534, 12_345));
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement.downloadTo(target);

    assertThat(target).hasBinaryContent(Pdfs.SMALL);
    assertThat(Files.getAttribute(target, "unix:uid")).isEqualTo(65_534);
    assertThat(Files.getAttribute(target, "unix:gid")).isEqualTo(12_345);
    assertThat(UnixFiles.permissions(target)).isEqualTo("rw-r-----");
  }

  private static boolean gaveAway(Path file, int user, int group) {
    try {
      Files.setAttribute(file, "unix:gid", group);
      Files.setAttribute(file, "unix:uid", user);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Test
  @DisplayName("C76: a file that replaces nothing has the permissions of any other new file")
  void aNewFileIsLikeAnyOther() throws Exception {
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement.downloadTo(folder.resolve("it.pdf"));

    assertThat(UnixFiles.permissions(folder.resolve("it.pdf")))
        .isEqualTo(UnixFiles.permissions(Files.createFile(folder.resolve("other"))));
  }

  @Test
  @DisplayName("C76: a link stays a link, and the file that it leads to is replaced")
  void aLinkStaysALink() throws Exception {
    Path file = existing("rw-------");
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("it.pdf"));
    Path link =
        Files.createSymbolicLink(
            Files.createDirectory(folder.resolve("links")).resolve("second"), Path.of("../first"));
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    assertThat(statement.downloadTo(link).path()).isEqualTo(link);

    assertThat(link).isSymbolicLink();
    assertThat(first).isSymbolicLink();
    assertThat(file).isRegularFile().hasBinaryContent(Pdfs.SMALL);
    assertThat(UnixFiles.permissions(file)).isEqualTo("rw-------");
  }

  @Test
  @DisplayName(
      "C76: a link that leads to nothing yet gets its file, and one without end is refused")
  void aLinkToNothingGetsItsFile() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("it.pdf"));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement.downloadTo(link);

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("it.pdf")).hasBinaryContent(Pdfs.SMALL);
    assertThatThrownBy(() -> statement.downloadTo(loop))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileSystemLoopException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("C75: a link is an existing file, whatever it leads to")
  void aLinkIsAnExistingFile() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));

    assertThatThrownBy(() -> statement.with(DownloadOptions.defaults()).downloadTo(link))
        .hasCauseInstanceOf(FileAlreadyExistsException.class);
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("C76: a FIFO is written into and stays one")
  void aFifoIsWrittenInto(boolean replaces) throws Exception {
    Path fifo = UnixFiles.fifo(folder.resolve("fifo"));
    server.answers(Pdfs.answer(Pdfs.SMALL).build());
    Background<byte[]> reader = Background.start(() -> Files.readAllBytes(fifo));

    statement.with(DownloadOptions.defaults().replacesExisting(replaces)).downloadTo(fifo);

    assertThat(reader.result()).isEqualTo(Pdfs.SMALL);
    assertThat(Files.readAttributes(fifo, "isOther")).containsEntry("isOther", true);
    assertThat(folder.toFile().list()).containsExactly("fifo");
  }

  @Test
  @DisplayName("C76: nothing is written into a FIFO if the document is not whole")
  void nothingIsWrittenIfTheDocumentIsNotWhole() throws Exception {
    Path fifo = UnixFiles.fifo(folder.resolve("fifo"));
    server.answersJson(200, "{\"code\":\"2000\"}");

    // Opening it would wait for a reader, and there is none.
    assertThatThrownBy(() -> statement.downloadTo(fifo)).hasMessageContaining("no PDF");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("C76: a device is written into and stays one, also by way of a link")
  void aDeviceIsWrittenInto(boolean linked) throws Exception {
    Path device = folder.resolve("null"); // Not the machine's own, in case it gets lost.
    Process made = new ProcessBuilder("mknod", device.toString(), "c", "1", "3").start();
    assumeTrue(made.waitFor(20, TimeUnit.SECONDS) && made.exitValue() == 0);
    Path target =
        linked ? Files.createSymbolicLink(folder.resolve("link"), Path.of("null")) : device;
    server.answers(Pdfs.answer(Pdfs.SMALL).build());

    statement.downloadTo(target);

    assertThat(Files.readAttributes(device, "isOther")).containsEntry("isOther", true);
    assertThat(Files.isSymbolicLink(target)).isEqualTo(linked);
  }
}
