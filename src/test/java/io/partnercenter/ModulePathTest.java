package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.PartnerServer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
  /** What the SDK brings along at run time; the rest of the class path is for tests. */
  private static final List<String> NEEDED =
      List.of("okhttp-jvm", "okio-jvm", "kotlin-stdlib", "jackson-", "slf4j-api", "jspecify");

  @TempDir Path classes;

  @Test
  void aProgramOnTheModulePathNeedsNothingButOneRequires() throws Exception {
    try (PartnerServer server = new PartnerServer()) {
      server.answersJson(200, "{\"balanceAmount\":1.50}");
      server.answersJson(200, "{\"items\":[{\"id\":\"G000000001\"}]}");

      compile(source("module-info.java"), source("smoke/Smoke.java"));
      String printed = run(server.baseUrl().toString());

      assertThat(printed)
          .contains("1.50 [G000000001]", "module io.partnercenter", "module okhttp3");
    }
  }

  private void compile(Path... sources) {
    String[] options = {"--module-path", modulePath(), "-d", classes.toString()};
    String[] files = Arrays.stream(sources).map(Path::toString).toArray(String[]::new);
    String[] arguments = Arrays.copyOf(options, options.length + files.length);
    System.arraycopy(files, 0, arguments, options.length, files.length);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
  }

  private String run(String baseUrl) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = modulePath() + File.pathSeparator + classes;
    Process process =
        new ProcessBuilder(java, "--module-path", path, "--module", "smoke/smoke.Smoke", baseUrl)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(ModulePathTest::isNeeded)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(String entry) {
    Path path = Path.of(entry);
    String name = path.getFileName().toString();
    return path.endsWith(Path.of("target", "classes"))
        || NEEDED.stream().anyMatch(name::startsWith);
  }

  private static Path source(String name) throws URISyntaxException {
    String path = "/module-path/" + name;
    return Path.of(Objects.requireNonNull(ModulePathTest.class.getResource(path), path).toURI());
  }
}
