package io.partnercenter;

import static io.partnercenter.testing.Workflow.elements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.testing.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pull request renders the site and checks its links; only main publishes it. */
class SiteWorkflowTest {
  private final JsonNode workflow = Workflow.named("site");
  private final JsonNode render = workflow.at("/jobs/render");
  private final JsonNode publish = workflow.at("/jobs/publish");

  @Test
  void everyPullRequestRendersTheSiteAndChecksItsLinks() {
    List<String> commands =
        elements(render.path("steps"))
            .map(step -> step.path("run").asText())
            .filter(command -> !command.isEmpty())
            .toList();

    assertThat(workflow.path("on").has("pull_request")).isTrue();
    assertThat(render.has("if")).isFalse();
    assertThat(commands)
        .containsExactly(
            "mvn -B -ntp site", "mvn -B -ntp test -Dtest=RenderedSiteTest -Dsite=target/site");
  }

  @Test
  void onlyMainPublishesAndWithNoOtherPermission() {
    assertThat(publish.path("if").asText())
        .isEqualTo("github.event_name != 'pull_request' && github.ref == 'refs/heads/main'");
    assertThat(publish.path("needs").asText()).isEqualTo("render");
    assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
    assertThat(publish.path("permissions").toString())
        .isEqualTo("{\"pages\":\"write\",\"id-token\":\"write\"}");
    assertThat(elements(publish.path("steps"))).noneMatch(step -> step.has("run"));
  }
}
