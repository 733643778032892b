package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.ExportServer;
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
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
  private static final String INVOICES =
      "{\"items\":[{\"id\":\"G1\"}],\"links\":{\"next\":{\"uri\":\"/invoices?size=1&offset=1\"}}}";

  @TempDir Path folder;

  /** What the SDK brings along at run time; the rest of the class path is for tests. */
  private static final List<String> NEEDED =
      List.of(
          "okhttp-jvm",
          "okio-jvm",
          "kotlin-stdlib",
          "jackson-annotations",
          "jackson-core",
          "jackson-databind",
          "jackson-datatype",
          "slf4j-api",
          "jspecify");

  private static final List<String> FOR_MSAL = List.of("msal4j", "azure-json");

  @TempDir Path classes;

  @Test
  void aProgramOnTheModulePathNeedsNothingButOneRequires() throws Exception {
    try (PartnerServer server = new PartnerServer()) {
      server.answersJson(200, "{\"balanceAmount\":1.50}");
      server.answersJson(200, "{\"items\":[{\"id\":\"G000000001\"}]}");

      String path = path(NEEDED);
      compile(path, source("module-path/module-info.java"), source("module-path/smoke/Smoke.java"));
      String printed =
          run("--module-path", with(path), "--module", "smoke/smoke.Smoke", address(server));

      assertThat(printed)
          .contains("1.50 [G000000001]", "module io.partnercenter", "module okhttp3");
    }
  }

  @Test
  void whatIsStoredIsReadAgainOnTheModulePath() throws Exception {
    try (ExportServer server = new ExportServer().rows(1, 2)) {
      server.instead =
          request ->
              request.getTarget().contains("/v1/invoices")
                  ? PartnerServer.json(200, INVOICES).build()
                  : null;

      String path = path(NEEDED);
      compile(
          path, source("module-path/module-info.java"), source("module-path/smoke/Export.java"));
      String printed =
          run(
              "--module-path",
              with(path),
              "--module",
              "smoke/smoke.Export",
              server.graphUrl().toString(),
              folder.toString());

      assertThat(printed).contains(ExportServer.skuNames(1, 2).get(1), "\n1\n");
    }
  }

  @Test
  void withoutMsalTheClassPathHasAllThatIsNeeded() throws Exception {
    try (PartnerServer server = new PartnerServer()) {
      server.answersJson(200, "{\"balanceAmount\":1.50}");
      server.answersJson(200, "{\"items\":[{\"id\":\"G000000001\"}]}");

      String path = path(NEEDED);
      compile(path, source("module-path/module-info.java"), source("module-path/smoke/Smoke.java"));
      String printed = run("--class-path", with(path), "smoke.Smoke", address(server));

      assertThat(path).doesNotContain("msal4j");
      assertThat(printed).contains("1.50 [G000000001]", "unnamed module");
    }
  }

  @Test
  void whoSignsInWithMsalRequiresTwoModulesMore() throws Exception {
    String path = path(Stream.concat(NEEDED.stream(), FOR_MSAL.stream()).toList());

    compile(
        path,
        source("module-path-msal/module-info.java"),
        source("module-path-msal/signin/SignIn.java"));
    String printed = run("--module-path", with(path), "--module", "signin/signin.SignIn");

    assertThat(printed).contains("token-1 module io.partnercenter");
  }

  private static String address(PartnerServer server) {
    return server.baseUrl().toString();
  }

  private String with(String path) {
    return path + File.pathSeparator + classes;
  }

  private void compile(String path, Path... sources) {
    String[] options = {"--module-path", path, "-d", classes.toString()};
    String[] files = Arrays.stream(sources).map(Path::toString).toArray(String[]::new);
    String[] arguments = Arrays.copyOf(options, options.length + files.length);
    System.arraycopy(files, 0, arguments, options.length, files.length);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(java), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  private static String path(List<String> needed) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> isNeeded(entry, needed))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(String entry, List<String> needed) {
    Path path = Path.of(entry);
    String name = path.getFileName().toString();
    return path.endsWith(Path.of("target", "classes"))
        || needed.stream().anyMatch(name::startsWith);
  }

  private static Path source(String name) throws URISyntaxException {
    String path = "/" + name;
    return Path.of(Objects.requireNonNull(ModulePathTest.class.getResource(path), path).toURI());
  }
}
