package io.partnercenter;

import static io.partnercenter.testing.Workflow.elements;
import static io.partnercenter.testing.Workflow.placesOfSecrets;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.testing.Workflow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the secrets of a release, and who may sign in whose name. */
class ReleaseSecretsTest {
  private final JsonNode workflow = Workflow.named("release");

  /** Each secret at the step that needs it; all else is a mistake. */
  private static Map<String, String> allowed(JsonNode workflow) {
    Map<String, String> places = new TreeMap<>();
    int index = 0;
    for (JsonNode step : workflow.at("/jobs/publish/steps")) {
      String env = "/jobs/publish/steps/" + index++ + "/env/";
      List<String> names =
          switch (step.path("name").asText()) {
            case "Sign" -> List.of("GPG_PRIVATE_KEY", "GPG_PASSPHRASE");
            case "Publish" -> List.of("CENTRAL_USERNAME", "CENTRAL_PASSWORD");
            default -> List.of();
          };
      for (String name : names) places.put(env + name, "${{ secrets." + name + " }}");
    }
    return places;
  }

  private static List<String> misplaced(JsonNode workflow) {
    Map<String, String> allowed = allowed(workflow);
    return placesOfSecrets(workflow).stream()
        .filter(place -> !workflow.at(place).asText().equals(allowed.get(place)))
        .toList();
  }

  @Test
  @DisplayName("C84: each secret reaches the step that needs it, and no other")
  void eachSecretReachesItsStepOnly() {
    assertThat(misplaced(workflow)).isEmpty();
    assertThat(placesOfSecrets(workflow))
        .containsExactlyInAnyOrderElementsOf(allowed(workflow).keySet())
        .hasSize(4);
  }

  @Test
  @DisplayName("C84: no other workflow gets a secret")
  void noOtherWorkflowGetsASecret() {
    assertThat(Workflow.names())
        .filteredOn(name -> !name.equals("release"))
        .hasSizeGreaterThan(2)
        .allSatisfy(name -> assertThat(placesOfSecrets(Workflow.named(name))).as(name).isEmpty());
  }

  /** So that the tests above are known to find what they look for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: {GPG_PRIVATE_KEY: '${{ secrets.GPG_PRIVATE_KEY }}'}",
        "jobs: {publish: {env: {KEY: '${{secrets.GPG_PRIVATE_KEY}}'}}}",
        "jobs: {bundle: {steps: [{name: Sign, env: {GPG_PASSPHRASE: '${{ secrets.GPG_PASSPHRASE }}'}}]}}",
        "jobs: {publish: {steps: [{name: Bundle, env: {A: '${{ secrets.GPG_PASSPHRASE }}'}}]}}",
        "jobs: {publish: {steps: [{name: Sign, env: {GPG_PASSPHRASE: '${{ secrets.CENTRAL_PASSWORD }}'}}]}}",
        "jobs: {publish: {steps: [{name: Sign, env: {CENTRAL_PASSWORD: '${{ secrets.CENTRAL_PASSWORD }}'}}]}}",
        "jobs: {publish: {steps: [{name: Sign, run: 'echo ${{ secrets.GPG_PASSPHRASE }}'}]}}",
        "jobs: {publish: {steps: [{uses: a/b@c, with: {token: \"${{ format('{0}', secrets['A']) }}\"}}]}}",
        "jobs: {bundle: {steps: [{name: Test, env: {ALL: '${{ toJSON(secrets) }}'}}]}}",
        "jobs: {other: {uses: ./.github/workflows/x.yml, secrets: inherit}}"
      })
  void aSecretAtAnotherPlaceIsFound(String yaml) {
    assertThat(misplaced(Workflow.of(yaml))).isNotEmpty();
  }

  @Test
  @DisplayName("C84: where secrets are, no code of a build, a plugin or another's action runs")
  void nothingOfABuildRunsBesideSecrets() {
    List<JsonNode> steps = elements(workflow.at("/jobs/publish/steps")).toList();

    assertThat(steps)
        .filteredOn(step -> step.has("uses"))
        .extracting(step -> step.path("uses").asText().replaceAll("@.*", ""))
        .isSubsetOf("actions/checkout", "actions/download-artifact", "actions/upload-artifact");
    assertThat(steps)
        .extracting(step -> step.path("run").asText())
        .noneMatch(command -> command.matches("(?s).*\\b(mvnw?|java|npm|npx|node|pip)\\b.*"));
    assertThat(steps)
        .filteredOn(step -> step.path("env").toString().contains("secrets."))
        .extracting(step -> step.path("run").asText())
        .containsExactly(
            ".github/release.sh sign staged", ".github/release.sh upload central-bundle.zip");
  }

  @Test
  @DisplayName("C84: files are handed over by the checksums of the job that tested them")
  void filesAreHandedOverByTheirChecksums() {
    for (String job : List.of("attest", "publish")) {
      List<JsonNode> steps = elements(workflow.at("/jobs/" + job + "/steps")).toList();
      JsonNode check = steps.get(2);
      assertThat(steps.get(1).path("uses").asText()).startsWith("actions/download-artifact@");
      assertThat(check.path("run").asText()).isEqualTo(".github/release.sh check staged");
      assertThat(check.at("/env/CHECKSUMS").asText())
          .isEqualTo("${{ needs.bundle.outputs.checksums }}");
    }
    assertThat(workflow.at("/jobs/bundle/outputs/checksums").asText())
        .isEqualTo("${{ steps.stage.outputs.checksums }}");
  }

  @Test
  @DisplayName(
      "C84: what is released has an attestation of its provenance, and one job may make it")
  void provenanceIsAttested() {
    JsonNode attest = workflow.at("/jobs/attest");

    JsonNode last = elements(attest.path("steps")).reduce((a, b) -> b).orElseThrow();
    assertThat(last.path("uses").asText()).matches("actions/attest-build-provenance@[0-9a-f]{40}");
    assertThat(last.at("/with/subject-path").asText()).isEqualTo("staged/*");
    assertThat(granted(attest))
        .isEqualTo(Map.of("contents", "read", "id-token", "write", "attestations", "write"));
    assertThat(granted(workflow)).isEqualTo(Map.of("contents", "read"));
    assertThat(granted(workflow.at("/jobs/announce"))).isEqualTo(Map.of("contents", "write"));
    for (String job : List.of("bundle", "rebuild", "publish")) {
      assertThat(workflow.at("/jobs/" + job).has("permissions")).as(job).isFalse();
    }
  }

  private static Map<String, String> granted(JsonNode place) {
    Map<String, String> granted = new TreeMap<>();
    place
        .path("permissions")
        .properties()
        .forEach(right -> granted.put(right.getKey(), right.getValue().asText()));
    return granted;
  }
}
