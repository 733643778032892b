package io.partnercenter.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is configured on GitHub, read as GitHub reads it. */
public final class Workflow {
  private static final Path FOLDER = Path.of(".github");

  private Workflow() {}

  /** That workflow, such as {@code ci}. */
  public static JsonNode named(String name) {
    return file(FOLDER.resolve("workflows").resolve(name + ".yml"));
  }

  public static JsonNode dependabot() {
    return file(FOLDER.resolve("dependabot.yml"));
  }

  /** The names of all workflows. */
  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("workflows"))) {
      return files.map(file -> file.getFileName().toString().replace(".yml", "")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each step of each job of it. */
  public static List<JsonNode> steps(JsonNode workflow) {
    return elements(workflow.path("jobs")).flatMap(job -> elements(job.path("steps"))).toList();
  }

  public static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(node.elements(), Spliterator.ORDERED), false);
  }

  private static JsonNode file(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
