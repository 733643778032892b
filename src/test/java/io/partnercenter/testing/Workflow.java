package io.partnercenter.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is configured on GitHub, read as GitHub reads it. */
public final class Workflow {
  private static final Path FOLDER = Path.of(".github");

  /** In an expression, whatever is done with it there. */
  private static final Pattern SECRETS = Pattern.compile("\\$\\{\\{(?:(?!}}).)*\\bsecrets\\b");

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

  /** That workflow, from its text. */
  public static JsonNode of(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where {@code secrets} is named, as pointers into the workflow, whatever form it takes there.
   */
  public static List<String> placesOfSecrets(JsonNode workflow) {
    List<String> places = new ArrayList<>();
    findSecrets("", workflow, places);
    return places;
  }

  private static void findSecrets(String place, JsonNode node, List<String> places) {
    if (node.isTextual() && SECRETS.matcher(node.asText()).find()) places.add(place);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().equals("secrets")) places.add(place + "/secrets");
      findSecrets(place + "/" + field.getKey(), field.getValue(), places);
    }
    if (!node.isArray()) return;
    for (int i = 0; i < node.size(); i++) findSecrets(place + "/" + i, node.get(i), places);
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
