package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.support.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;

/** The partner and its customers. All data is made up. */
public record Partner(String id, String name, int mpnId, List<Customer> customers) {
  private static final int CUSTOMERS = 40;

  private static final List<String> FIRST_NAMES =
      List.of("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Ærø");
  private static final List<String> SECOND_NAMES =
      List.of("Finch", "Heron", "Kestrel", "Lark", "Plover", "Siskin", "Tern", "Wren", "Zoë");
  private static final List<String> LEGAL_FORMS =
      List.of("GmbH", "Ltd", "S.A.", "& Söhne", "Inc. \"The Mill\"", "AG");
  private static final List<String> COUNTRIES = List.of("DE", "GB", "FR", "US", "CH", "DK", "NL");

  /** A customer of the partner. */
  record Customer(String id, String name, String domain, String country) {
    private static Customer of(long seed, int number) {
      SeededRandom random = SeededRandom.at(seed, number);
      return new Customer(
          random.guid(),
          random.pick(FIRST_NAMES)
              + " "
              + random.pick(SECOND_NAMES)
              + " "
              + random.pick(LEGAL_FORMS),
          "customer" + number + ".example",
          random.pick(COUNTRIES));
    }
  }

  static Partner of(long seed) {
    SeededRandom random = SeededRandom.at(seed, 0);
    long customers = SeededRandom.deriveSeed(seed, "customers");
    return new Partner(
        random.guid(),
        "Willow Cloud Trading " + random.pick(LEGAL_FORMS),
        4_000_000 + random.below(999_999),
        IntStream.range(0, CUSTOMERS).mapToObj(n -> Customer.of(customers, n)).toList());
  }
}
