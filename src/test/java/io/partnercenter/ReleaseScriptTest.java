package io.partnercenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a release that no rehearsal takes: the check of what is handed over, the upload. */
class ReleaseScriptTest {
  private static final Path SCRIPT = Path.of(".github", "release.sh").toAbsolutePath();
  private static final String NAME = "partnercenter-sdk-1.2.3";

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>(Map.of("VERSION", "1.2.3"));

  private record Ran(int exitCode, String output) {}

  @BeforeAll
  static void needsTheToolsOfTheRunner() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "the system of the runner");
    for (String tool : List.of("bash", "curl", "jq", "sha256sum")) {
      try {
        Process process = new ProcessBuilder(tool, "--version").start();
        process.getInputStream().readAllBytes();
        assumeTrue(process.waitFor() == 0, tool);
      } catch (IOException e) {
        assumeTrue(false, "no " + tool);
      }
    }
  }

  @BeforeEach
  void stage() throws Exception {
    Path target = Files.createDirectory(folder.resolve("target"));
    for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
      Files.writeString(target.resolve(NAME + suffix), suffix);
    }
    Files.writeString(target.resolve("bom.json"), "{}");
    Files.writeString(target.resolve("bom.xml"), "<bom/>");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Ran staged = run("stage", "staged");
    assertThat(staged.exitCode()).as(staged.output()).isZero();
    environment.put("CHECKSUMS", staged.output().strip());
  }

  @Test
  void whatIsHandedOverUnchangedPasses() throws Exception {
    assertThat(run("check", "staged").exitCode()).isZero();
    try (Stream<Path> files = Files.list(folder.resolve("staged"))) {
      assertThat(files).hasSize(6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".jar", ".pom", "-cyclonedx.json"})
  @DisplayName("C84: a file that another job has changed is neither attested nor signed")
  void aChangedFileIsRefused(String suffix) throws Exception {
    Files.writeString(folder.resolve("staged").resolve(NAME + suffix), "other");

    assertThat(run("check", "staged").exitCode()).isNotZero();
  }

  @Test
  @DisplayName("C84: neither is a file that is missing, or one that came along")
  void aMissingOrAdditionalFileIsRefused() throws Exception {
    Path other = Files.writeString(folder.resolve("staged").resolve("other.jar"), "other");
    assertThat(run("check", "staged").exitCode()).isNotZero();

    Files.delete(other);
    Files.delete(folder.resolve("staged").resolve(NAME + ".pom"));
    assertThat(run("check", "staged").exitCode()).isNotZero();
  }

  @Test
  @DisplayName("C84: a list of checksums that leaves a file out does not let it through")
  void aShorterListIsRefused() throws Exception {
    environment.computeIfPresent("CHECKSUMS", (name, sums) -> sums.replaceFirst(".*\n", ""));

    assertThat(run("check", "staged").exitCode()).isNotZero();
  }

  @Test
  void uploadsOnceAndWaitsUntilItIsValidated() throws Exception {
    try (MockWebServer portal = portal("id-1", state("PENDING"), state("PUBLISHING"))) {
      Ran ran = run("upload", "bundle.zip");

      assertThat(ran.exitCode()).as(ran.output()).isZero();
      RecordedRequest upload = portal.takeRequest(1, TimeUnit.MINUTES);
      assertThat(upload.getMethod() + " " + upload.getTarget())
          .isEqualTo("POST /upload?name=partnercenter-sdk-1.2.3&publishingType=AUTOMATIC");
      assertThat(upload.getHeaders().get("Authorization"))
          .isEqualTo("Bearer " + base64("user:pass word"));
      assertThat(upload.getBody().utf8()).contains("name=\"bundle\"", "the bundle");
      assertThat(portal.takeRequest(1, TimeUnit.MINUTES).getTarget()).isEqualTo("/status?id=id-1");
      assertThat(portal.getRequestCount()).isEqualTo(3);
      assertThat(ran.output()).doesNotContain("pass word", base64("user:pass word"));
    }
  }

  @Test
  @DisplayName("C43: a bundle that the portal refuses is no release")
  void aRefusedBundleFails() throws Exception {
    try (MockWebServer portal =
        portal("id-1", "{\"deploymentState\":\"FAILED\",\"errors\":{\"a\":[\"no signature\"]}}")) {
      Ran ran = run("upload", "bundle.zip");

      assertThat(ran.exitCode()).isNotZero();
      assertThat(ran.output()).contains("::error::", "no signature");
      assertThat(portal.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void aRefusedUploadFailsAndIsNotRepeated() throws Exception {
    try (MockWebServer portal = new MockWebServer()) {
      portal.start();
      portal.enqueue(new MockResponse.Builder().code(401).body("who are you").build());
      prepare(portal);

      Ran ran = run("upload", "bundle.zip");

      assertThat(ran.exitCode()).isNotZero();
      assertThat(portal.getRequestCount()).isEqualTo(1);
    }
  }

  private MockWebServer portal(String... answers) throws IOException {
    MockWebServer portal = new MockWebServer();
    portal.start();
    for (String answer : answers) portal.enqueue(new MockResponse.Builder().body(answer).build());
    prepare(portal);
    return portal;
  }

  private void prepare(MockWebServer portal) throws IOException {
    Files.writeString(folder.resolve("bundle.zip"), "the bundle");
    environment.put("CENTRAL_URL", portal.url("/").toString().replaceAll("/$", ""));
    environment.put("CENTRAL_USERNAME", "user");
    environment.put("CENTRAL_PASSWORD", "pass word");
    environment.put("PAUSE", "0");
  }

  private static String state(String name) {
    return "{\"deploymentState\":\"" + name + "\"}";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private Ran run(String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of("bash", SCRIPT.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("no_proxy", "*");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
