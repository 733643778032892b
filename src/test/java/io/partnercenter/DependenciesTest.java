package io.partnercenter;

import static io.partnercenter.testing.Workflow.elements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercenter.testing.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds what the SDK brings along to what is said of it: as it was resolved for this build, from
 * the SBOM that is published with the jar.
 */
class DependenciesTest {
  private static final List<String> DIRECT =
      List.of(
          "com.squareup.okhttp3:okhttp-jvm",
          "com.fasterxml.jackson.core:jackson-databind",
          "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
          "org.slf4j:slf4j-api",
          "org.jspecify:jspecify",
          "com.microsoft.azure:msal4j");

  private static final List<String> BROUGHT_ALONG =
      List.of(
          "com.squareup.okio:okio-jvm",
          "org.jetbrains.kotlin:kotlin-stdlib",
          "org.jetbrains:annotations",
          "com.fasterxml.jackson.core:jackson-annotations",
          "com.fasterxml.jackson.core:jackson-core",
          "com.azure:azure-json");

  private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");

  private final JsonNode sbom = read(Path.of("target", "bom.json"));
  private final List<JsonNode> components = elements(sbom.path("components")).toList();

  @Test
  @DisplayName("C42: the SDK depends on what is named here and on nothing else")
  void dependsOnWhatIsNamed() {
    String sdk = sbom.at("/metadata/component/bom-ref").asText();

    JsonNode tree =
        elements(sbom.path("dependencies"))
            .filter(node -> node.path("ref").asText().equals(sdk))
            .findFirst()
            .orElseThrow();

    assertThat(elements(tree.path("dependsOn")).map(JsonNode::asText))
        .extracting(reference -> reference.replaceAll("pkg:maven/([^@]+)@.*", "$1"))
        .extracting(name -> name.replace('/', ':'))
        .containsExactlyInAnyOrderElementsOf(DIRECT);
  }

  @Test
  @DisplayName("C42: what those bring along is named here, too, and is there in one version")
  void oneVersionOfEachComesAlong() {
    assertThat(components)
        .extracting(part -> part.path("group").asText() + ":" + part.path("name").asText())
        .containsAll(DIRECT)
        .containsAll(BROUGHT_ALONG)
        .hasSize(DIRECT.size() + BROUGHT_ALONG.size());
  }

  @Test
  @DisplayName("C42: only what signs in with MSAL is optional")
  void whoSignsInOtherwiseNeedsNoMsal() {
    assertThat(components)
        .filteredOn(part -> !part.path("scope").asText().equals("required"))
        .extracting(part -> part.path("name").asText())
        .contains("msal4j")
        .isSubsetOf("msal4j", "azure-json");
  }

  @Test
  @DisplayName("C42: every version is one version, and released")
  void versionsAreReleases() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    String dependencies =
        pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("<build>"));

    assertThat(VERSION.matcher(dependencies).results().map(match -> match.group(1)))
        .isNotEmpty()
        .allMatch(version -> version.matches("\\$\\{[\\w-]+\\.version}|\\d+(\\.\\d+)+"));
    assertThat(components)
        .extracting(part -> part.path("version").asText())
        .allMatch(version -> version.matches("\\d+(\\.\\d+)+"));
  }

  @Test
  @DisplayName("C42: all of it is under licences that ask for nothing in return")
  void licencesAskForNothing() {
    assertThat(components)
        .allSatisfy(
            part ->
                assertThat(elements(part.path("licenses")))
                    .as(part.path("name").asText())
                    .isNotEmpty()
                    .allMatch(
                        entry ->
                            List.of("Apache-2.0", "MIT")
                                .contains(entry.at("/license/id").asText())));
  }

  @Test
  @DisplayName("C42: each change, and every day, is held against the known vulnerabilities")
  void isHeldAgainstTheKnownVulnerabilities() {
    JsonNode workflow = Workflow.named("dependencies");

    assertThat(workflow.path("on").has("pull_request")).isTrue();
    assertThat(workflow.at("/on/schedule/0/cron").asText()).matches("\\d+ \\d+ \\* \\* \\*");
    List<JsonNode> steps = Workflow.steps(workflow);
    assertThat(steps)
        .noneMatch(step -> step.has("if") || step.has("continue-on-error"))
        .last()
        .satisfies(
            scan -> {
              assertThat(scan.path("uses").asText()).startsWith("google/osv-scanner-action/");
              assertThat(scan.at("/with/scan-args").asText())
                  .isEqualTo("--lockfile=target/bom.json");
            });
  }

  @Test
  @DisplayName("C42: newer versions of libraries and actions are proposed every week")
  void newerVersionsAreProposed() {
    List<JsonNode> updates = elements(Workflow.dependabot().path("updates")).toList();

    assertThat(updates)
        .extracting(update -> update.path("package-ecosystem").asText())
        .containsExactlyInAnyOrder("maven", "github-actions");
    assertThat(updates)
        .allMatch(update -> update.at("/schedule/interval").asText().equals("weekly"));
    assertThat(elements(updates.get(0).path("directories")).map(JsonNode::asText))
        .containsExactly("/", "/samples");
  }

  @Test
  @DisplayName("C42: what runs in the workflows is pinned to commits")
  void actionsArePinned() {
    assertThat(Workflow.names())
        .flatExtracting(name -> Workflow.steps(Workflow.named(name)))
        .filteredOn(step -> step.has("uses"))
        .isNotEmpty()
        .extracting(step -> step.path("uses").asText())
        .allMatch(action -> action.matches("[\\w./-]+@[0-9a-f]{40}"));
  }

  private static JsonNode read(Path file) {
    assertThat(file).as("made by Maven before the tests").isRegularFile();
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
