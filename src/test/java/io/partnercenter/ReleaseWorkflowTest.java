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
  @DisplayName("C43: what is rehearsed are the commands of the release, but for the upload")
  void theRehearsedCommandsAreThoseOfTheRelease() {
    String rehearsed =
        step(bundle, "Sign and bundle with a key made for the occasion").at("/run").asText();

    for (String name : List.of("Sign", "Bundle")) {
      String released = step(publish, name).path("run").asText();
      assertThat(rehearsed).contains(released.replace(" staged", " rehearsed"));
    }
    assertThat(rehearsed).doesNotContain("upload");
  }

  @Test
  @DisplayName("C43: only a tag publishes, with a maintainer's word, and the jars that were tested")
  void onlyATagPublishesWhatWasTested() {
    for (String job : List.of("rebuild", "attest", "publish")) {
      assertThat(workflow.at("/jobs/" + job + "/if").asText())
          .as(job)
          .isEqualTo("github.event_name == 'push' && github.ref_type == 'tag'");
    }
    assertThat(texts(publish.path("needs"))).containsExactly("bundle", "rebuild", "attest");
    assertThat(publish.path("environment").asText()).isEqualTo("release");
    assertThat(elements(publish.path("steps")).map(step -> step.path("name").asText()))
        .containsSubsequence("Check what was handed over", "Sign", "Bundle", "Publish");
    assertThat(
            step(workflow.at("/jobs/rebuild"), "Build again and compare with the tested jars")
                .path("run")
                .asText())
        .contains("mvn -B -ntp clean package", "<<<\"$CHECKSUMS\" | diff - again");
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
