package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of a page that leads into the repository leads to something. */
class PagesTest {
  private static final Pattern TEST_NAME = Pattern.compile("\\[(\\w+Test)](?![:(])");

  static List<Page> pages() {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyInternalLinkLeadsToAFileAndAHeading(Page page) {
    assertThat(page.links().stream().flatMap(link -> problem(page, link).stream())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTestThatIsNamedIsLinked(Page page) {
    assertThat(TEST_NAME.matcher(page.text()).results().map((MatchResult name) -> name.group(1)))
        .allSatisfy(name -> assertThat(page.text()).contains("\n[" + name + "]: "));
  }

  @Test
  void aBrokenLinkIsFoundWithItsFile() {
    Page page =
        new Page(
            Path.of("README.md"),
            """
            [a](LICENSE) [b](gone.md) [c](#here) [d](#gone)

            ## Here

            ```
            [e](gone.md)
            ```
            `[f](gone.md)` [g](https://example.com/gone.md) [h](.github/SECURITY.md#gone)
            """);

    assertThat(page.links().stream().flatMap(link -> problem(page, link).stream()))
        .containsExactly(
            "README.md: gone.md is not there",
            "README.md: #gone is no heading of README.md",
            "README.md: .github/SECURITY.md#gone is no heading of .github/SECURITY.md");
  }

  @Test
  void fragmentsAreThoseThatGitHubMakes() {
    assertThat(
            new Page(
                    Path.of("x.md"),
                    "# `get()` is one page\n## GDAP: not needed?\n### Again\n### Again\n")
                .anchors())
        .containsExactly("get-is-one-page", "gdap-not-needed", "again", "again-1");
  }

  private static Optional<String> problem(Page page, String link) {
    if (link.matches("(?i)(https?|mailto):.*")) return Optional.empty();
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path folder = page.file().toAbsolutePath().resolve("..");
    Path target =
        path.isEmpty()
            ? page.file()
            : Path.of("").toAbsolutePath().relativize(folder.resolve(path).normalize());
    if (!path.isEmpty() && !Files.exists(target)) {
      return Optional.of(page + ": " + link + " is not there");
    }
    if (hash < 0) return Optional.empty();
    Page linked = path.isEmpty() ? page : Page.read(target);
    return linked.anchors().contains(link.substring(hash + 1))
        ? Optional.empty()
        : Optional.of(page + ": " + link + " is no heading of " + linked);
  }
}
