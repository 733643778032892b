package io.partnercenter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of HTML, such as a site or rendered Javadoc. */
public final class RenderedPages {
  private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\s(?:id|name)=\"([^\"]*)\"");

  private final Path folder;
  private final Map<Path, Set<String>> fragments = new HashMap<>();

  public RenderedPages(Path folder) {
    this.folder = folder;
  }

  /** Every HTML file. */
  public List<Path> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links within the folder that lead to no file, or to a fragment that the file does not have. */
  public List<String> brokenLinks() {
    List<String> broken = new ArrayList<>();
    for (Path file : files()) {
      // The javadoc tool links its contents to package prefixes, which have no fragments.
      if (file.endsWith("constant-values.html")) continue;
      LINK.matcher(text(file))
          .results()
          .map(match -> match.group(1).replace("&amp;", "&"))
          .filter(link -> !link.matches("(?i)([a-z]+:|//).*"))
          .filter(link -> !leadsSomewhere(file, link))
          .forEach(link -> broken.add(folder.relativize(file) + ": " + link));
    }
    return broken;
  }

  private boolean leadsSomewhere(Path file, String link) {
    int hash = link.indexOf('#');
    String path = decoded(hash < 0 ? link : link.substring(0, hash));
    Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    if (!target.startsWith(folder) || !Files.isRegularFile(target)) return false;
    String fragment = hash < 0 ? "" : decoded(link.substring(hash + 1));
    return fragment.isEmpty() || fragments(target).contains(fragment);
  }

  private Set<String> fragments(Path file) {
    return fragments.computeIfAbsent(
        file,
        each -> {
          Set<String> ids = new HashSet<>();
          ID.matcher(text(each)).results().forEach(match -> ids.add(decoded(match.group(1))));
          return ids;
        });
  }

  private static String decoded(String text) {
    return URLDecoder.decode(
        text.replace("+", "%2B").replace("&lt;", "<").replace("&gt;", ">"), StandardCharsets.UTF_8);
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
