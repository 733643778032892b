package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people: what they link to is there. */
class PagesTest {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)[^)]*\\)|(?m)^\\[[^]]+]: (?!https?:)(\\S+)$");

  private static final Pattern USED = Pattern.compile("\\[(\\w+Test)](?![:(])");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> manual = Files.list(Path.of("src", "site", "markdown"));
        Stream<Path> github = Files.list(Path.of(".github"))) {
      List<Path> pages = Stream.concat(manual, github).filter(PagesTest::isPage).toList();
      return Stream.concat(Stream.of(Path.of("README.md")), pages.stream());
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linkToWhatIsThere(Path page) throws IOException {
    Path folder = page.toAbsolutePath().resolve("..").normalize();

    assertThat(LINK.matcher(Files.readString(page)).results())
        .extracting(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saySomewhereWhereATestIs(Path page) throws IOException {
    String text = Files.readString(page);

    assertThat(USED.matcher(text).results().map((MatchResult name) -> name.group(1)))
        .allSatisfy(name -> assertThat(text).contains("\n[" + name + "]: "));
  }
}
