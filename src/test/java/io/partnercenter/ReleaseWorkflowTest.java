package io.partnercenter;

import static io.partnercenter.testing.Workflow.elements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.testing.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That a merged fix is one tag away from its users, and the way there known to work. */
class ReleaseWorkflowTest {
  private final JsonNode workflow = Workflow.named("release");
  private final JsonNode bundle = workflow.at("/jobs/bundle");
  private final JsonNode publish = workflow.at("/jobs/publish");

  private static List<String> texts(JsonNode node) {
    return elements(node).map(JsonNode::asText).toList();
  }

  private static JsonNode step(JsonNode job, String name) {
    return elements(job.path("steps"))
        .filter(step -> step.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step is called " + name));
  }

  /** What Maven is told to deploy, from the first goal on. */
  private static List<String> deployment(JsonNode job, String name) {
    Matcher command =
        Pattern.compile("mvn (.* deploy .*)", Pattern.DOTALL)
            .matcher(step(job, name).path("run").asText().replace("\\\n", " "));
    assertThat(command.find()).as(name).isTrue();
    return List.of(command.group(1).strip().split("\\s+"));
  }

  @Test
  @DisplayName("C43: a tag of a version releases it, and every pull request rehearses that")
  void aTagReleasesAndAPullRequestRehearses() {
    assertThat(texts(workflow.at("/on/push/tags"))).containsExactly("v*");
    assertThat(workflow.path("on").has("pull_request")).isTrue();
    assertThat(workflow.at("/on/pull_request/paths").isMissingNode()).isTrue();
    assertThat(bundle.has("if")).isFalse();
    assertThat(step(bundle, "Name the version and its date").path("run").asText())
        .contains("\"$GITHUB_REF_NAME\" != \"v$version\"");
  }

  @Test
  @DisplayName("C43: up to the upload a rehearsal takes every step of a release")
  void aRehearsalTakesEveryStep() {
    assertThat(elements(bundle.path("steps")))
        .noneMatch(step -> step.has("continue-on-error"))
        .filteredOn(step -> step.has("if"))
        .extracting(step -> step.path("name").asText())
        .containsExactly("Drop -SNAPSHOT for the rehearsal");
    assertThat(step(bundle, "Test").path("run").asText()).endsWith("mvn -B -ntp -f samples verify");
    assertThat(step(bundle, "Check that the bundle is complete").path("run").asText())
        .contains(".jar -sources.jar -javadoc.jar .pom -cyclonedx.json");
  }

  @Test
  @DisplayName("C43: what is rehearsed is the command of the release, but for the upload")
  void theRehearsedCommandIsThatOfTheRelease() {
    List<String> released = deployment(publish, "Publish");

    assertThat(deployment(bundle, "Build, sign and bundle"))
        .contains("-DskipUpload=true")
        .filteredOn(word -> !word.equals("-DskipUpload=true") && !word.equals("clean"))
        .containsExactlyElementsOf(released);
    assertThat(released).doesNotContain("-DskipUpload=true").contains("-Prelease");
  }

  @Test
  @DisplayName("C43: only a tag publishes, with a maintainer's word, and the jars that were tested")
  void onlyATagPublishesWhatWasTested() {
    assertThat(publish.path("if").asText())
        .isEqualTo("github.event_name == 'push' && github.ref_type == 'tag'");
    assertThat(publish.path("needs").asText()).isEqualTo("bundle");
    assertThat(publish.path("environment").asText()).isEqualTo("release");
    assertThat(elements(publish.path("steps")).map(step -> step.path("name").asText()))
        .containsSubsequence("Build again and compare with the tested jars", "Publish");
    assertThat(step(publish, "Build again and compare with the tested jars").path("run").asText())
        .contains("sha256sum -c ../rehearsal/SHA256SUMS");
    assertThat(workflow.at("/jobs/announce/needs").asText()).isEqualTo("publish");
  }

  @Test
  @DisplayName("C43: the changelog says what is in the version that the pom names")
  void theChangelogKnowsTheVersion() throws Exception {
    Matcher version =
        Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    boolean released = !version.group(1).endsWith("-SNAPSHOT");
    String heading = released ? Pattern.quote(version.group(1)) : "Unreleased";

    assertThat(Files.readString(Path.of("src", "site", "markdown", "changelog.md")))
        .containsPattern("(?m)^## " + heading + "\\b.*\\R+\\* \\S");
  }
}
