package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds what users can see against the file it is written down in, so that no change of it goes
 * unseen. After a change that is meant: {@code mvn test -Dtest=PublicApiTest -Dapi.update}.
 */
class PublicApiTest {
  private static final Path WRITTEN_DOWN = Path.of("src", "test", "resources", "public-api.txt");

  @Test
  void whatUsersSeeIsWhatIsWrittenDown() throws Exception {
    List<String> surface = surface();

    if (System.getProperty("api.update") != null) Files.write(WRITTEN_DOWN, surface);

    assertThat(surface).isEqualTo(Files.readAllLines(WRITTEN_DOWN));
  }

  /** Each public type and its members as {@code javap} prints them, sorted by type. */
  private static List<String> surface() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-protected"));
    arguments.addAll(classFiles());
    StringWriter printed = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    javap.run(new PrintWriter(printed), new PrintWriter(printed), arguments.toArray(String[]::new));
    return Stream.of(printed.toString().split("(?m)^}\\R"))
        .map(type -> type.replaceFirst("Compiled from .*\\R", "").strip())
        .filter(type -> type.startsWith("public "))
        .map(type -> type.replace("java.lang.", "").replace(" extends Record", ""))
        .sorted()
        .flatMap(type -> (type + "\n}").lines())
        .filter(line -> !line.matches(".* (toString|hashCode)\\(\\);|.* equals\\(Object\\);"))
        .collect(Collectors.toList());
  }

  private static List<String> classFiles() throws IOException, URISyntaxException {
    Path classes =
        Path.of(IPartner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.startsWith(classes.resolve(Path.of("io/partnercenter/internal"))))
          .map(Path::toString)
          .toList();
    }
  }
}
