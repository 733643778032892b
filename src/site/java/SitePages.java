import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares the pages for the site, because they are written to be read on GitHub: README becomes
 * the first page, links that lead out of the site lead to GitHub, and headings get the fragments
 * that GitHub gives them, where Doxia gives others.
 *
 * <p>Run by Maven before the site is rendered, with the JDK's source launcher: the root of the
 * repository, the folder for the prepared sources, and the address of the repository's files.
 */
public final class SitePages {
  private static final Pattern FENCE = Pattern.compile("^(```|~~~)");
  private static final Pattern HEADING = Pattern.compile("^(#{2,6} +)(.+?)( *#*)$");
  private static final Pattern LINK =
      Pattern.compile("(\\]\\(|^\\[[^]]+]: )(?!https?:|mailto:|#)([^)#\\s]+)");

  private final Path root;
  private final Path site;
  private final String files;

  private SitePages(Path root, String files) {
    this.root = root;
    this.site = root.resolve("src").resolve("site");
    this.files = files;
  }

  public static void main(String... args) throws IOException {
    Path target = Path.of(args[1]);
    new SitePages(Path.of(args[0]).toAbsolutePath().normalize(), args[2]).prepare(target);
  }

  private void prepare(Path target) throws IOException {
    Files.walkFileTree(
        site,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean program = folder.equals(site.resolve("java"));
            return program ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = target.resolve(site.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            if (file.toString().endsWith(".md")) {
              Files.writeString(copy, prepared(file));
            } else {
              Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Files.writeString(
        target.resolve("markdown").resolve("index.md"), prepared(root.resolve("README.md")));
  }

  private String prepared(Path page) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean code = false;
    for (String line : Files.readAllLines(page)) {
      if (FENCE.matcher(line).find()) code = !code;
      text.append(code ? line : withFragment(withLinks(line, page))).append('\n');
    }
    return text.toString();
  }

  private String withLinks(String line, Path page) {
    return LINK.matcher(line)
        .replaceAll(
            link -> Matcher.quoteReplacement(link.group(1) + target(page, link.group(2))));
  }

  private String target(Path page, String link) {
    Path file = page.resolveSibling(link).normalize();
    Path markdown = site.resolve("markdown");
    if (file.equals(root.resolve("README.md"))) return "index.md";
    if (file.startsWith(markdown)) return slashes(markdown.relativize(file));
    return files + "/" + slashes(root.relativize(file));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String withFragment(String line) {
    Matcher heading = HEADING.matcher(line);
    if (!heading.matches()) return line;
    String fragment =
        heading
            .group(2)
            .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N} _-]", "")
            .replace(' ', '-');
    return "<a id=\"" + fragment + "\"></a>\n\n" + line;
  }
}
