package io.partnercenter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page of the repository, read as GitHub renders it.
 *
 * @param file relative to the root of the repository
 * @param text the whole page
 */
public record Page(Path file, String text) {
  /** The pages that become the site. */
  public static final Path SITE = Path.of("src", "site", "markdown");

  private static final Path README = Path.of("README.md");
  private static final Path GITHUB = Path.of(".github");
  private static final Path SAMPLES = Path.of("samples");

  private static final Pattern FENCED = Pattern.compile("(?ms)^(```|~~~)[^\\n]*\\R.*?^\\1[^\\n]*$");
  private static final Pattern CODE_SPAN = Pattern.compile("`[^`\\n]+`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)|(?m)^\\[[^]]+]: (\\S+)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```");

  /**
   * A fenced block of code.
   *
   * @param language such as {@code java}; empty if the page names none
   * @param code the lines between the fences
   */
  public record Block(String language, String code) {}

  public static Page read(Path file) {
    try {
      return new Page(file, Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of the site, such as {@code exports.md}. */
  public static Page ofSite(String name) {
    return read(SITE.resolve(name));
  }

  public static Page readme() {
    return read(README);
  }

  /** README, the pages of the site, the READMEs of the samples, and the pages for GitHub. */
  public static List<Page> all() {
    List<Page> pages = new ArrayList<>(List.of(readme()));
    pages.addAll(in(SITE));
    try (Stream<Path> samples = Files.list(SAMPLES)) {
      samples
          .map(sample -> sample.resolve("README.md"))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> pages.add(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pages.addAll(in(GITHUB));
    return pages;
  }

  private static List<Page> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fenced blocks of code, in order. */
  public List<Block> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .map(match -> new Block(match.group(1), match.group(2)))
        .toList();
  }

  /** The code of each block of Java, in order. */
  public List<String> javaBlocks() {
    return blocks().stream()
        .filter(block -> block.language().equals("java"))
        .map(Block::code)
        .toList();
  }

  /** The targets of all links, inline or below the text; none from blocks of code. */
  public List<String> links() {
    return LINK.matcher(CODE_SPAN.matcher(prose()).replaceAll("code"))
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .toList();
  }

  /** The headings' fragments, as GitHub makes them. */
  public Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher headings = HEADING.matcher(prose());
    while (headings.find()) {
      String anchor = anchor(headings.group(1));
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  /**
   * Lower case, blanks as hyphens, and nothing else but letters, digits, hyphens and underscores.
   */
  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private String prose() {
    return FENCED.matcher(text).replaceAll("");
  }

  /** The file, with slashes on every system. */
  @Override
  public String toString() {
    return file.toString().replace('\\', '/');
  }
}
