package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.JavaBlocks;
import io.partnercenter.testing.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guide is about one task, begins with a whole program for it, and is in the site's menu. */
class GuidesTest {
  private static final Path DESCRIPTOR = Path.of("src", "site", "site.xml");
  private static final Pattern MENU = Pattern.compile("(?s)<menu name=\"([^\"]+)\">(.*?)</menu>");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern ITEM = Pattern.compile("<item name=\"[^\"]+\" href=\"([^\"]+)\"/>");

  /** The guides: the pages of the menu of that name. */
  static List<Page> guides() throws Exception {
    return menu("Guides").stream().map(page -> Page.ofSite(page.replace(".html", ".md"))).toList();
  }

  @ParameterizedTest
  @MethodSource("guides")
  void beginsWithAWholeProgram(Page guide) {
    Page.Block first = guide.blocks().get(0);

    if (first.language().equals("shell")) {
      assertThat(first.code()).startsWith("mvn ");
    } else {
      assertThat(first.language()).isEqualTo("java");
      assertThat(JavaBlocks.isWhole(first.code())).as(first.code()).isTrue();
      assertThat(first.code()).containsAnyOf("static void main(String[] args)", "@Test");
    }
  }

  @Test
  void theMenuOfTheSiteHasEveryPageOnce() throws Exception {
    List<String> pages =
        Page.all().stream()
            .filter(page -> page.file().startsWith(Page.SITE))
            .map(page -> page.file().getFileName().toString().replace(".md", ".html"))
            .toList();

    assertThat(menus().flatMap(menu -> items(menu.group(2))))
        .doesNotHaveDuplicates()
        .containsAll(pages)
        .filteredOn(item -> !pages.contains(item) && !item.startsWith("https:"))
        .containsExactlyInAnyOrder("index.html", "apidocs/index.html");
  }

  /** The SDK's own version is another matter: guides name the last release. */
  @Test
  void versionsOfLibrariesAreThoseOfThePom() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(
            Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(block -> DEPENDENCY.matcher(block.code()).results())
                .filter(named -> !named.group(1).startsWith("partnercenter-"))
                .map(named -> "<%1$s.version>%2$s<".formatted(named.group(1), named.group(2))))
        .isNotEmpty()
        .allMatch(pom::contains);
  }

  private static List<String> menu(String name) throws Exception {
    return menus()
        .filter(menu -> menu.group(1).equals(name))
        .flatMap(menu -> items(menu.group(2)))
        .toList();
  }

  private static Stream<MatchResult> menus() throws Exception {
    return MENU.matcher(Files.readString(DESCRIPTOR)).results();
  }

  private static Stream<String> items(String menu) {
    return ITEM.matcher(menu).results().map(item -> item.group(1));
  }
}
