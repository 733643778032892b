package io.partnercenter.emulator;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The import table of the emulator's packages, held against its class files.
 *
 * <p>Each package is a row. The root package is two: {@code entry} are the classes that put the
 * emulator together, and {@code api} are the other types that users of the emulator write, which
 * every package may use.
 */
class ArchitectureTest {
  private static final String ROOT = Emulator.class.getPackageName();

  private static final Set<String> ENTRY =
      Set.of(
          "Emulator",
          "EmulatorBuilder",
          "ExportOptions",
          "LineItems",
          "Main",
          "StateFaults",
          "Tenant",
          "TenantInvoice");

  private static final List<Row> TABLE =
      List.of(
          new Row("support", Set.of()),
          new Row("api", Set.of("support")),
          new Row("tenant", Set.of("api", "support")),
          new Row("faults", Set.of("api", "support")),
          new Row("server", Set.of("faults", "api", "support")),
          new Row("signin", Set.of("server", "api", "support")),
          new Row("billing", Set.of("signin", "server", "tenant", "api", "support")),
          new Row("graph", Set.of("signin", "server", "tenant", "api", "support")),
          new Row(
              "entry", Set.of("billing", "graph", "signin", "server", "faults", "tenant", "api")));

  private record Row(String name, Set<String> mayImport) {}

  private final JavaClasses classes =
      new ClassFileImporter()
          .importUrl(Emulator.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void aPackageImportsOnlyWhatTheTableAllows() {
    LayeredArchitecture table = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (Row row : TABLE) {
      table = table.layer(row.name()).definedBy(isIn(row.name()));
    }
    for (Row row : TABLE) {
      String[] allowed = row.mayImport().toArray(String[]::new);
      table =
          allowed.length == 0
              ? table.whereLayer(row.name()).mayNotAccessAnyLayer()
              : table.whereLayer(row.name()).mayOnlyAccessLayers(allowed);
    }

    table.ensureAllClassesAreContainedInArchitecture().check(classes);
  }

  @Test
  void theTableAllowsOnlyWhatIsUsed() {
    for (Row row : TABLE) {
      Set<String> used = imports(row.name());
      System.out.println(row.name() + " imports " + used);

      assertThat(used).as(row.name()).isEqualTo(row.mayImport());
    }
  }

  @Test
  void aRowAllowsOnlyRowsAboveItSoThereIsNoCircle() {
    Set<String> above = new HashSet<>();
    for (Row row : TABLE) {
      assertThat(above).as(row.name()).containsAll(row.mayImport());
      above.add(row.name());
    }
  }

  private Set<String> imports(String row) {
    Set<String> imports = new TreeSet<>();
    for (JavaClass origin : classes.that(isIn(row))) {
      origin.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(ArchitectureTest::isOfEmulator)
          .map(ArchitectureTest::row)
          .forEach(imports::add);
    }
    imports.remove(row);
    return imports;
  }

  private static DescribedPredicate<JavaClass> isIn(String row) {
    return DescribedPredicate.describe(
        "in " + row, type -> isOfEmulator(type) && row(type).equals(row));
  }

  private static boolean isOfEmulator(JavaClass type) {
    return type.getPackageName().startsWith(ROOT);
  }

  private static String row(JavaClass type) {
    String name = type.getPackageName();
    if (!name.equals(ROOT)) return name.substring(name.lastIndexOf('.') + 1);
    String outermost = type.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "");
    return ENTRY.contains(outermost) ? "entry" : "api";
  }
}
