package io.partnercenter.campaigns;

import io.partnercenter.testing.Campaign;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers that were right once, changed in all manner of ways. What comes back has the figures that
 * the changed answer has, or it is a failure that users can expect.
 */
class MutationsTest {
  private static final int TRIALS = 10_000;

  static Stream<Asked> models() {
    return Asked.models();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  @DisplayName("C29, C31, C48: a changed answer is read as what it says, or refused with a reason")
  @Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  void aChangedAnswerIsReadAsWhatItSaysOrRefused(Asked asked) {
    try (MutatedAnswer answer = new MutatedAnswer(asked)) {
      Campaign.run(
          "mutations of " + asked,
          TRIALS,
          seed -> {
            Random random = new Random(seed);
            byte[] body = Mutation.apply(Mutation.some(random), asked.json());
            answer.check(body, random.nextInt(3) == 0);
          });
      answer.assertWasWorthIt();
    }
  }

  @Property(tries = 500)
  @Label("C29, C31, C48: whatever is changed in an answer, it is read as what it says, or refused")
  void whateverIsChanged(
      @ForAll("answers") Asked asked,
      @ForAll("changes") List<Mutation> changes,
      @ForAll boolean setsAside) {
    try (MutatedAnswer answer = new MutatedAnswer(asked)) {
      answer.check(Mutation.apply(changes, asked.json()), setsAside);
    }
  }

  @Provide
  Arbitrary<Asked> answers() {
    return Arbitraries.of(Asked.models().toList());
  }

  /** Few of them are left of those that fail, which tells more than a seed does. */
  @Provide
  Arbitrary<List<Mutation>> changes() {
    return Combinators.combine(
            Arbitraries.of(Mutation.Kind.class), Arbitraries.integers(), Arbitraries.integers())
        .as(Mutation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
