package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercenter.testing.Workflow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That all other tests are run in surroundings which are not those of whoever wrote them. */
class EnvironmentsTest {
  @Test
  @DisplayName("C52: each change is tested in Turkish, half an hour off, and in ISO-8859-1")
  void allTestsAreRunElsewhere() {
    JsonNode job = Workflow.named("ci").at("/jobs/environments");

    assertThat(job.has("if")).isFalse();
    assertThat(Workflow.elements(job.path("steps")))
        .last()
        .satisfies(
            step ->
                assertThat(step.path("run").asText())
                    .startsWith("mvn -B -ntp -f samples verify ")
                    .contains("-Duser.language=tr", "-Duser.country=TR")
                    .contains("-Duser.timezone=Asia/Kolkata", "-Dfile.encoding=ISO-8859-1"));
  }
}
