package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "io", "partnercenter");

  @Test
  @DisplayName("C24: nothing is shared by all partners but what never changes")
  void nothingStaticChanges() throws Exception {
    List<Field> changeable =
        classes()
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .filter(ArchitectureTest::canChange)
            .toList();

    assertThat(changeable)
        .as("which folders the process has locked, for the system locks for all of a process")
        .extracting(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
        .containsExactly("FolderLock.HELD");
  }

  @Test
  void whatIsSharedByThreadsHasFinalFieldsOrALock() throws Exception {
    List<String> changeable =
        classes()
            .filter(type -> !Throwable.class.isAssignableFrom(type))
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> !Modifier.isFinal(field.getModifiers()) && !field.isSynthetic())
            .map(field -> field.getDeclaringClass().getSimpleName())
            .distinct()
            .sorted()
            .toList();

    assertThat(changeable)
        .as(
            "one thread's own, but for BlobAccess, BlobRows, InterruptWatch, Pacing, ReadAhead"
                + " and TokenCache, which lock")
        .containsExactly(
            "BlobAccess",
            "BlobBytes",
            "BlobRows",
            "BlobWalk",
            "CallConnections",
            "CallHistory",
            "Counted",
            "Exchange",
            "Gunzip",
            "GzipSource",
            "InterruptWatch",
            "JsonLines",
            "Limited",
            "LineWindow",
            "Pacing",
            "PageReader",
            "PageRest",
            "PageRows",
            "PageWalk",
            "PartnerBuilder",
            "Portion",
            "ReadAhead",
            "RowSearch",
            "RunningTotals",
            "TokenCache",
            "WalkProgress");
  }

  @Test
  void modelsKnowNothingOfHowTheyAreFetched() {
    assertThat(imports("models"))
        .noneMatch(name -> name.startsWith("okhttp3."))
        .noneMatch(name -> name.startsWith("okio."))
        .noneMatch(name -> name.startsWith("java.net."))
        .noneMatch(name -> name.startsWith("java.io."))
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind."))
        .noneMatch(name -> name.startsWith("io.partnercenter."));
  }

  @Test
  void failuresKnowNothingButTheirFacts() {
    assertThat(imports("errors"))
        .allMatch(name -> name.startsWith("java.") || name.startsWith("org.jspecify."));
  }

  @Test
  void transportsKnowNothingOfInvoices() {
    assertThat(imports("transport")).noneMatch(name -> name.startsWith("io.partnercenter."));
  }

  @Test
  void howItWorksIsNotExported() throws Exception {
    try (InputStream file = Files.newInputStream(classesFolder().resolve("module-info.class"))) {
      ModuleDescriptor module = ModuleDescriptor.read(file);

      assertThat(module.exports())
          .extracting(ModuleDescriptor.Exports::source)
          .doesNotContain("io.partnercenter.internal")
          .contains("io.partnercenter", "io.partnercenter.models");
      assertThat(module.opens())
          .as("Jackson makes and reads what cursors and handles hold")
          .allMatch(opens -> opens.targets().equals(Set.of("com.fasterxml.jackson.databind")));
    }
  }

  private static boolean canChange(Field field) {
    if (!Modifier.isFinal(field.getModifiers())) return true;
    Class<?> type = field.getType();
    if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
      return !value(field).getClass().getName().startsWith("java.util.ImmutableCollections");
    }
    return type.isArray() || type.getName().startsWith("java.util.concurrent.");
  }

  private static Object value(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Class<?>> classes() throws Exception {
    Path folder = classesFolder();
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files
              .map(file -> folder.relativize(file).toString().replace('\\', '.').replace('/', '.'))
              .filter(name -> name.startsWith("io.partnercenter.") && name.endsWith(".class"))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .filter(name -> !name.endsWith("package-info"))
              .collect(Collectors.toList());
      assertThat(names).hasSizeGreaterThan(50);
      return names.stream().map(ArchitectureTest::load);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Path classesFolder() throws URISyntaxException {
    return Path.of(IPartner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<String> imports(String folder) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      return files
          .flatMap(ArchitectureTest::lines)
          .filter(line -> line.startsWith("import "))
          .map(line -> line.replaceFirst("import (static )?", ""))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
