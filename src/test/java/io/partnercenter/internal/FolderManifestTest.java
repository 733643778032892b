package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files of an export are called on a disk, whichever system has it. */
class FolderManifestTest {
  @ParameterizedTest
  @DisplayName("C53: a file has a name of its own in the folder, on every system")
  @CsvSource(
      delimiter = '|',
      value = {
        "part-0_1.json.gz | part-0_1.json.gz",
        "a/b | a%2fb",
        "../x | ..%2fx",
        "C:\\x | C%3a%5cx",
        "a:stream | a%3astream",
        "Zürich | Z%c3%bcrich",
        "a b* | a%20b%2a",
        "CON | %43ON",
        "nul.json.gz | %6eul.json.gz",
        "lpt1. | lpt1%2e",
        "console.gz | console.gz",
        "x. | x%2e",
        ".. | .%2e",
        "Manifest.json | %4danifest.json",
      })
  void hasANameOfItsOwn(String name, String file) {
    assertThat(FolderManifest.fileName(name)).isEqualTo(file);
    assertThat(FolderManifest.fileName(file)).isEqualTo(file);
  }

  @ParameterizedTest
  @DisplayName("C53: no name leads out of the folder")
  @ValueSource(strings = {"..", ".", "/", "\\", "../..", "a/../../b", "C:", "\u0000", "~"})
  void noNameLeadsOut(String name) {
    Path folder = Path.of("folder").toAbsolutePath();

    Path file = folder.resolve(FolderManifest.fileName(name)).normalize();

    assertThat(file.getParent()).isEqualTo(folder);
  }
}
