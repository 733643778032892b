package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.testing.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** README is the front door: short, and the way to everything else. */
class ReadmeTest {
  private final Page readme = Page.readme();

  @Test
  void fitsOnThreeScreens() {
    assertThat(readme.text().lines().count()).isLessThanOrEqualTo(170);
  }

  @Test
  void beginsWithTheTwoCommands() {
    List<String> commands =
        readme.blocks().stream()
            .filter(block -> block.language().equals("shell"))
            .map(block -> block.code().strip())
            .toList();

    assertThat(commands).startsWith("mvn -q -f samples compile -Pconsole", "mvn -f samples verify");
  }

  @Test
  void saysWhichCallIsForWhichInvoiceRightAfterTheFirstCall() {
    List<String> headings = List.copyOf(readme.anchors());

    int firstCall = headings.indexOf("make-the-first-call");
    assertThat(firstCall).isPositive();
    assertThat(headings.get(firstCall + 1)).isEqualTo("which-call-for-which-invoice-today");
  }

  @Test
  void leadsToEveryPageOfTheSite() {
    assertThat(readme.links())
        .containsAll(
            Page.all().stream()
                .filter(page -> page.file().startsWith(Page.SITE))
                .map(Page::toString)
                .toList());
  }
}
