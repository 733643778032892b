package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.UnixFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rights that the system does not let a process pass on. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FileRightsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "rw-r-----, rw-------",
    "rw-rw-r--, rw-r--r--",
    "rw-rw-rw-, rw-rw-rw-",
    "rwxr-x--x, rwx--x--x",
    "rw-------, rw-------"
  })
  @DisplayName("C76: where a file cannot be given its group, another group gets nothing by it")
  void anotherGroupGetsNothing(String permissions, String kept) throws Exception {
    Path file = Files.createFile(folder.resolve("it"));
    UnixFiles.permit(file, permissions);

    FileRights rights = Objects.requireNonNull(FileRights.of(file));

    assertThat(rights.ofAnotherGroup()).isEqualTo(PosixFilePermissions.fromString(kept));
  }

  @Test
  void whatIsNoRegularFileHasNoneToPassOn() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("it"));

    assertThat(FileRights.of(folder)).isNull();
    assertThat(FileRights.of(folder.resolve("missing"))).isNull();
    assertThat(FileRights.of(link)).isNull();
  }
}
