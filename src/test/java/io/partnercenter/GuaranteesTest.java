package io.partnercenter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the page of guarantees against the tests, whose display names begin with the ids of what
 * they show, so that the page promises nothing that no test shows, and misses nothing that one
 * does.
 */
class GuaranteesTest {
  private static final Path PAGE = Path.of("src", "site", "markdown", "guarantees.md");
  private static final Path SDK_TESTS = Path.of("src", "test", "java");
  private static final Path SAMPLES = Path.of("samples");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (C\\d+) \\| ([^|]+) \\| ([^|]*)\\| (kept|open)([^|]*) \\|$");
  private static final Pattern NAME = Pattern.compile("\\[(\\w+)]");
  private static final Pattern TARGET = Pattern.compile("(?m)^\\[(\\w+)]: (\\S+)$");
  private static final Pattern DISPLAYED =
      Pattern.compile("@(?:DisplayName|Label)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ID = Pattern.compile("\\bC\\d+\\b");

  /** One guarantee of the page, and the test files that it names. */
  private record Row(String id, boolean kept, Set<Path> files, String state) {}

  private final String page = text(PAGE);
  private final List<Row> rows = rows();
  private final Map<Path, Set<String>> shown = shown();

  @Test
  void everyGuaranteeHasOneRow() {
    List<String> ids =
        IntStream.rangeClosed(1, rows.size()).mapToObj(number -> "C" + number).toList();

    assertThat(rows).extracting(Row::id).as("ids in %s", PAGE).containsExactlyElementsOf(ids);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(53);
  }

  @Test
  void whatIsKeptIsShownByEachTestThatTheRowNames() {
    List<String> broken = new ArrayList<>();
    for (Row row : rows) {
      if (!row.kept()) continue;
      if (row.files().isEmpty()) broken.add(row.id() + " is kept, but no test is named in " + PAGE);
      for (Path file : row.files()) {
        if (!shown.getOrDefault(file, Set.of()).contains(row.id())) {
          broken.add(row.id() + " is kept, but no test in " + file + " carries it");
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void whatATestShowsIsKeptAndItsRowNamesTheTest() {
    Map<String, Row> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    List<String> broken = new ArrayList<>();
    shown.forEach(
        (file, ids) -> {
          for (String id : ids) {
            Row row = byId.get(id);
            if (row == null) broken.add(id + " in " + file + " has no row in " + PAGE);
            else if (!row.kept())
              broken.add(id + " is open, but a test in " + file + " carries it");
            else if (!row.files().contains(file)) broken.add(id + "'s row does not name " + file);
          }
        });

    assertThat(broken).isEmpty();
  }

  @Test
  void whatIsOpenSaysWhyAndNamesNoTest() {
    assertThat(rows)
        .filteredOn(row -> !row.kept())
        .allSatisfy(
            row -> {
              assertThat(row.state()).as("%s in %s", row.id(), PAGE).matches(": .+");
              assertThat(row.files()).as("%s in %s", row.id(), PAGE).isEmpty();
            });
  }

  @Test
  void everyTestThatIsNamedIsThereAndNamedOnce() {
    List<String> linked = TARGET.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(linked).as("links below %s", PAGE).isSorted().doesNotHaveDuplicates();
    assertThat(targets().values())
        .as("links below %s", PAGE)
        .allSatisfy(file -> assertThat(file).isRegularFile());
    assertThat(rows.stream().flatMap(row -> row.files().stream()))
        .as("tests in the table of %s, and links below it", PAGE)
        .containsAll(targets().values());
  }

  private List<Row> rows() {
    Map<String, Path> targets = targets();
    return ROW.matcher(page)
        .results()
        .map(
            match ->
                new Row(
                    match.group(1),
                    match.group(4).equals("kept"),
                    files(match, targets),
                    match.group(5)))
        .toList();
  }

  private static Set<Path> files(MatchResult row, Map<String, Path> targets) {
    Set<Path> files = new TreeSet<>();
    NAME.matcher(row.group(3))
        .results()
        .map(match -> match.group(1))
        .forEach(
            name -> {
              Path file = targets.get(name);
              if (file == null) {
                throw new AssertionError(
                    row.group(1) + " names " + name + ", which has no link below " + PAGE);
              }
              files.add(file);
            });
    return files;
  }

  /** Names of test classes to their files, from the links below the table. */
  private Map<String, Path> targets() {
    Path folder = Path.of("src", "site", "markdown");
    Map<String, Path> targets = new TreeMap<>();
    TARGET
        .matcher(page)
        .results()
        .forEach(match -> targets.put(match.group(1), folder.resolve(match.group(2)).normalize()));
    return targets;
  }

  /** The ids that each test file carries in names that are displayed. */
  private static Map<Path, Set<String>> shown() {
    return sources()
        .flatMap(file -> idsIn(text(file)).map(id -> Map.entry(file, id)))
        .collect(
            groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
  }

  private static Stream<String> idsIn(String source) {
    return DISPLAYED
        .matcher(source)
        .results()
        .flatMap(match -> ID.matcher(match.group(1)).results())
        .map(MatchResult::group);
  }

  private static Stream<Path> sources() {
    Stream<Path> samples =
        list(SAMPLES)
            .map(sample -> sample.resolve(SDK_TESTS))
            .filter(Files::isDirectory)
            .flatMap(GuaranteesTest::walk);
    return Stream.concat(walk(SDK_TESTS), samples)
        .filter(file -> file.toString().endsWith(".java"));
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
