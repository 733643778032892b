package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.JavaBlocks;
import io.partnercenter.testing.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of every page is compiled: as a part of a source file of a sample, which the
 * sample's own build compiles and most of which its tests run, or else here, against the SDK.
 */
class JavaBlocksTest {
  private static final Path SAMPLES = Path.of("samples");

  /** Pages about one module, and the module that compiles their blocks. */
  private static final Map<Path, String> MODULES =
      Map.of(
          Page.SITE.resolve("testing.md"), "console",
          Page.SITE.resolve("spring-boot.md"), "spring",
          SAMPLES.resolve("emulator").resolve("README.md"), "emulator");

  @TempDir Path classes;

  static List<Page> pages() {
    return Page.all().stream().filter(page -> !page.javaBlocks().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockIsCompiled(Page page) {
    String module = MODULES.get(page.file());
    if (module != null) {
      assertThat(page.javaBlocks())
          .as("blocks that are part of a source file in samples/%s", module)
          .allMatch(block -> JavaBlocks.isCompiledIn(SAMPLES.resolve(module), block));
    } else {
      List<String> here = page.javaBlocks().stream().filter(block -> !isInASample(block)).toList();
      assertThat(JavaBlocks.errors(here, classes)).as("%s", page).isEmpty();
    }
  }

  @Test
  void pagesAboutAModuleAreThere() {
    assertThat(pages()).extracting(Page::file).containsAll(MODULES.keySet());
  }

  @Test
  void aBlockThatDoesNotCompileIsShown() {
    String good = "ledger.add(partner.invoices().summary().get());";
    String bad = "partner.invoices().sumary().get();";

    assertThat(JavaBlocks.errors(List.of(good, bad), classes))
        .singleElement()
        .asString()
        .contains("sumary", bad);
  }

  private static boolean isInASample(String block) {
    return samples().anyMatch(sample -> JavaBlocks.isCompiledIn(sample, block));
  }

  private static Stream<Path> samples() {
    return Stream.of("console", "emulator", "spring")
        .map(SAMPLES::resolve)
        .filter(sample -> Files.isDirectory(sample.resolve("src")));
  }
}
