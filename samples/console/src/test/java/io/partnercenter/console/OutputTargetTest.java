package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.Fault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --to} makes of the file that it names. */
final class OutputTargetTest {
  private static final Emulator EMULATOR = Exports.prompt().rows(4_100).exportRows(8).start();
  private static final String LEGACY = EMULATOR.tenant().legacyInvoices().get(0).id();
  private static final String EXPORT = "export unbilled-usage --currency=EUR --period=current";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("rows.csv");
  }

  @AfterEach
  void clear() {
    EMULATOR.clearFaults();
  }

  @AfterAll
  static void stop() {
    EMULATOR.close();
  }

  /** Every command that writes rows to a file. */
  static Stream<String> commands() {
    return Stream.of(
        EXPORT,
        "invoices --format=csv",
        "unbilled --currency=EUR --format=csv",
        "line-items " + LEGACY + " --provider=office --format=json");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C69: a file that exists is kept, and no request is made")
  void aFileThatExistsIsKept(String command) throws IOException {
    Files.writeString(file, "mine");
    int requests = EMULATOR.requestCount();

    Run run = run(command);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.complaints())
        .containsExactly(
            "The output could not be written: "
                + file
                + ": it exists and is kept; --replace replaces it");
    assertThat(file).hasContent("mine");
    assertThat(EMULATOR.requestCount()).isEqualTo(requests);
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C69: with --replace a file is replaced once all rows are there")
  void aFileIsReplacedOnRequest(String command) throws IOException {
    Files.writeString(file, "mine");

    Run run = run(command + " --replace");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readAllLines(file)).hasSizeGreaterThan(5);
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C69: a walk that breaks leaves neither half a file nor a new one")
  void aWalkThatBreaksLeavesNothing(String command) {
    aWalkBreaks(command);

    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C69: a walk that breaks leaves the file that was to be replaced as it was")
  void aWalkThatBreaksReplacesNothing(String command) throws IOException {
    Files.writeString(file, "mine");
    aWalkBreaks(command + " --replace");

    assertThat(file).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  private void aWalkBreaks(String command) {
    EMULATOR.inject(
        Fault.html().on("/lineitems").after(1),
        Fault.html().on("/v1/invoices"),
        Fault.truncatedFile(700));
    Run run = run(command);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rwxrw-rw-"})
  @DisplayName("C69: a file that is replaced keeps its permissions")
  void permissionsAreKept(String permissions) throws IOException {
    assumePosix();
    Files.writeString(file, "mine");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    Run run = run(EXPORT + " --replace");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString(permissions));
  }

  @Test
  @DisplayName("C69: a file that is replaced keeps its owner, if the system lets it")
  void theOwnerIsKept() throws IOException {
    assumePosix();
    Files.writeString(file, "mine");
    UserPrincipal other = other();

    Run run = run(EXPORT + " --replace");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.getOwner(file)).isEqualTo(other);
  }

  /** Only root may give a file away. */
  private UserPrincipal other() {
    try {
      UserPrincipal other =
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(file, other);
      return other;
    } catch (IOException e) {
      assumeTrue(false, "cannot give files away: " + e);
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("C69: a link stays a link, and the file that it leads to is replaced")
  void aLinkStaysALink() throws IOException {
    assumePosix();
    Path real = Files.writeString(folder.resolve("real.csv"), "mine");
    Files.createSymbolicLink(file, real);

    Run run = run(EXPORT + " --replace");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(file).isSymbolicLink();
    assertThat(Read.csv(Files.readString(real))).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C69: a FIFO is written into, stays one, and no state file is made beside it")
  void aFifoIsWrittenInto(String command) throws Exception {
    make("mkfifo", file.toString());
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                read.complete(Files.readAllBytes(file));
              } catch (IOException e) {
                read.completeExceptionally(e);
              }
            });
    reader.setDaemon(true);
    reader.start();

    Run run = run(command);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(isRegular(file)).isFalse();
    assertThat(new String(read.join(), UTF_8).lines().count()).isGreaterThan(5);
    assertThat(folder)
        .isDirectoryNotContaining("glob:**/*.export")
        .isDirectoryNotContaining("glob:**/.*");
  }

  /** A device of the test's own: a mistake would destroy the one of the machine. */
  @Test
  @DisplayName("C69: a device is written into and stays one, and a full one is said to be full")
  void aDeviceIsWrittenInto() throws Exception {
    make("mknod", folder.resolve("null").toString(), "c", "1", "3");
    make("mknod", folder.resolve("full").toString(), "c", "1", "7");

    Run toNull = runTo(folder.resolve("null"), EXPORT + " --replace");
    Run toFull = runTo(folder.resolve("full"), EXPORT);

    assertThat(toNull.exitCode()).as(toNull.err()).isZero();
    assertThat(toFull.exitCode()).as(toFull.err()).isEqualTo(1);
    assertThat(toFull.complaints())
        .contains(
            "The output could not be written: "
                + folder.resolve("full")
                + ": No space left on device");
    assertThat(isRegular(folder.resolve("null"))).isFalse();
    assertThat(isRegular(folder.resolve("full"))).isFalse();
  }

  @Test
  void aDashIsStandardOutput() {
    Run run = Run.in(folder, EMULATOR, (EXPORT + " --to=-").split(" "));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Read.csv(run.out())).hasSize(16);
  }

  /** Not by a run: a mistake would replace the link in {@code /dev}. */
  @Test
  void soIsItsDevice() {
    assertThat(new RowsTarget(Path.of("/dev/stdout")).file()).isNull();
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("C69: what the disk refuses is said with its reason, before any request")
  void theReasonOfTheDiskIsSaid(String command) throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "no folder");
    int requests = EMULATOR.requestCount();

    Run missing = runTo(folder.resolve("missing").resolve("rows.csv"), command);
    Run inAFile = runTo(plain.resolve("rows.csv"), command);
    Run aFolder = runTo(folder, command);

    assertThat(missing.exitCode()).as(missing.err()).isEqualTo(2);
    assertThat(missing.complaints())
        .containsExactly("--to: there is no folder " + folder.resolve("missing"));
    assertThat(inAFile.exitCode()).isEqualTo(2);
    assertThat(inAFile.complaints()).containsExactly("--to: there is no folder " + plain);
    assertThat(aFolder.exitCode()).isEqualTo(2);
    assertThat(aFolder.complaints()).containsExactly("--to: " + folder + " is a folder");
    assertThat(EMULATOR.requestCount()).isEqualTo(requests);
  }

  @Test
  @DisplayName("C69: what the disk refuses a document is said with its reason")
  void theReasonIsSaidOfDocumentsToo() {
    Run run = Run.in(folder, EMULATOR, "statement", LEGACY, "--to", "missing/it.pdf");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.complaints())
        .singleElement()
        .asString()
        .contains("missing")
        .containsIgnoringCase("no such ")
        .doesNotContain("Exception");
  }

  @Test
  void deniedPermissionIsSaid() {
    Failure failure = Failure.of(new AccessDeniedException("/srv/rows.csv"));

    assertThat(failure.exitCode()).isEqualTo(1);
    assertThat(failure.line())
        .isEqualTo("The output could not be written: /srv/rows.csv: permission denied");
  }

  @Test
  void deniedFolderIsSaidBeforeAnyRequest() throws IOException {
    assumePosix();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeTrue(!Files.isWritable(folder), "root may write everywhere");
    int requests = EMULATOR.requestCount();

    Run run = run(EXPORT);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.complaints())
        .containsExactly("The output could not be written: " + file + ": permission denied");
    assertThat(EMULATOR.requestCount()).isEqualTo(requests);
  }

  @Test
  @DisplayName("C69: the folder's own document keeps its permissions when it is replaced")
  void aDocumentInAFolderKeepsItsPermissions() throws IOException {
    assumePosix();
    Path document = Files.writeString(folder.resolve("Invoice_" + LEGACY + ".pdf"), "mine");
    Files.setPosixFilePermissions(document, PosixFilePermissions.fromString("rw-------"));

    Run run = Run.in(folder, EMULATOR, "statement", LEGACY, "--replace");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllBytes(document)).startsWith('%', 'P', 'D', 'F');
    assertThat(Files.getPosixFilePermissions(document))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aTableOfSomeRowsIsNoFile() {
    Run run = run("line-items " + LEGACY + " --provider=office");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.complaints()).singleElement().asString().contains("--format");
    assertThat(folder).isEmptyDirectory();
  }

  private Run run(String command) {
    return runTo(file, command);
  }

  private Run runTo(Path target, String command) {
    return Run.in(folder, EMULATOR, (command + " --to=" + target).split(" "));
  }

  private static boolean isRegular(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void assumePosix() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  /** With a command that not every system has, or not for everybody. */
  private static void make(String... command) throws InterruptedException {
    try {
      assumeTrue(new ProcessBuilder(command).start().waitFor() == 0, "cannot make it");
    } catch (IOException e) {
      assumeTrue(false, "cannot make it: " + e);
    }
  }
}
