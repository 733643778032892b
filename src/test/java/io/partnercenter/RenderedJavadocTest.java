package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.RenderedPages;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Javadoc as users see it, rendered for this test from the sources. */
class RenderedJavadocTest {
  /** The libraries that the module requires, by the names of their files. */
  private static final Pattern NEEDED =
      Pattern.compile(
          ".*(okhttp-jvm|okio-jvm|kotlin-stdlib|jackson-(annotations|core|databind|datatype-jsr310)"
              + "|slf4j-api|jspecify|msal4j|azure-json)-[0-9].*\\.jar");

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern LINK =
      Pattern.compile("\\{@link(?:plain)? ([\\w.]*)#(\\w+)(?=[ }])");
  private static final List<String> PACKAGES =
      List.of(
          "io.partnercenter",
          "io.partnercenter.credentials",
          "io.partnercenter.errors",
          "io.partnercenter.exports",
          "io.partnercenter.invoices",
          "io.partnercenter.models",
          "io.partnercenter.transport");

  @TempDir static Path folder;

  @BeforeAll
  static void render() {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> NEEDED.matcher(entry).matches())
            .collect(Collectors.joining(File.pathSeparator));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(
                out,
                out,
                "-quiet",
                "-notimestamp",
                "-Xdoclint:none",
                "-encoding",
                "UTF-8",
                "-d",
                folder.toString(),
                "--module-path",
                path,
                "--module-source-path",
                "io.partnercenter=" + Path.of("src", "main", "java"),
                "--module",
                "io.partnercenter");
    assertThat(code).as("%s", said).isZero();
  }

  @Test
  void everyInternalLinkLeadsSomewhere() {
    assertThat(new RenderedPages(folder).brokenLinks()).isEmpty();
  }

  @Test
  void nothingInternalShows() {
    assertThat(new RenderedPages(folder).files())
        .hasSizeGreaterThan(100)
        .filteredOn(file -> RenderedPages.text(file).contains("partnercenter.internal"))
        .isEmpty();
  }

  /** A private field of the same name hides the method, and the link is rendered as plain text. */
  @Test
  void linksToMethodsNameNoPrivateField() throws Exception {
    List<String> hidden = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(RenderedJavadocTest::isPublic).toList()) {
        LINK.matcher(Files.readString(file).replaceAll("\\s+(?:\\* )?\\s*", " "))
            .results()
            .filter(link -> privateFields(file, link.group(1)).contains(link.group(2)))
            .forEach(link -> hidden.add(file.getFileName() + ": " + link.group() + "}"));
      }
    }
    assertThat(hidden).isEmpty();
  }

  private static boolean isPublic(Path file) {
    return file.toString().endsWith(".java")
        && !file.startsWith(SOURCES.resolve(Path.of("io", "partnercenter", "internal")));
  }

  /** Those of {@code type}, which {@code file} mentions; a record's components are among them. */
  private static List<String> privateFields(Path file, String type) {
    String name = type.isEmpty() ? file.getFileName().toString().replace(".java", "") : type;
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return PACKAGES.stream()
        .flatMap(each -> find(each + "." + simple))
        .flatMap(found -> Arrays.stream(found.getDeclaredFields()))
        .filter(field -> Modifier.isPrivate(field.getModifiers()))
        .map(Field::getName)
        .toList();
  }

  private static Stream<Class<?>> find(String name) {
    try {
      return Stream.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Stream.empty();
    }
  }

  @Test
  void everyPublicPackageIsThere() {
    assertThat(folder.resolve("element-list")).content().contains(PACKAGES);
  }
}
