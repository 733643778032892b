package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.Page;
import io.partnercenter.testing.RenderedPages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Run by the workflow that publishes the site, after {@code mvn site}: {@code -Dsite=target/site}.
 */
@EnabledIfSystemProperty(named = "site", matches = ".+")
class RenderedSiteTest {
  private final Path folder = Path.of(System.getProperty("site", "."));
  private final RenderedPages site = new RenderedPages(folder);

  @Test
  void everyInternalLinkLeadsSomewhere() {
    assertThat(site.brokenLinks()).isEmpty();
  }

  @Test
  void everyPageAndTheJavadocAreThere() {
    assertThat(Page.all())
        .filteredOn(page -> page.file().startsWith(Page.SITE))
        .extracting(page -> page.file().getFileName().toString().replace(".md", ".html"))
        .allSatisfy(page -> assertThat(folder.resolve(page)).isRegularFile());
    assertThat(folder.resolve("index.html")).isRegularFile();
    assertThat(folder.resolve("apidocs").resolve("index.html")).isRegularFile();
  }

  @Test
  void nothingInternalShowsInTheJavadoc() {
    assertThat(new RenderedPages(folder.resolve("apidocs")).files())
        .isNotEmpty()
        .filteredOn(file -> RenderedPages.text(file).contains("partnercenter.internal"))
        .isEmpty();
  }
}
