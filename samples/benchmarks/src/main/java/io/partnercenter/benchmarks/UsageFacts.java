package io.partnercenter.benchmarks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who uses what at a partner of middling size: 50 customers with 300 subscriptions and 2,000
 * resources, billed by 400 meters. The same on every run.
 */
final class UsageFacts {
  /** Somebody who pays the partner. */
  record Customer(String id, String name, String domain) {}

  /** An Azure subscription of a customer. */
  record Subscription(Customer customer, String planId, String id, String name) {}

  /** Something in a subscription that is used and metered. */
  record Resource(Subscription subscription, String group, String uri, String tags, String info) {}

  /** What is counted, and at what price. */
  record Meter(String id, String size, String region, BigDecimal price, BigDecimal effective) {}

  private static final List<String> REGIONS =
      List.of("EU West", "EU North", "US East 2", "US Central", "AP Southeast", "UK South");

  final String partnerId;
  final List<Customer> customers;
  final List<Subscription> subscriptions;
  final List<Resource> resources;
  final List<Meter> meters;
  private final Random random = new Random(20261120);

  UsageFacts() {
    partnerId = guid();
    customers = many(50, this::customer);
    subscriptions = many(300, this::subscription);
    resources = many(2_000, this::resource);
    meters = many(400, this::meter);
  }

  private static <T> List<T> many(int count, Supplier<T> one) {
    return Stream.generate(one).limit(count).toList();
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String guid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** A number of that many digits, about so many of them behind the point. */
  BigDecimal number(int digits, int decimals) {
    BigInteger any = new BigInteger(80, random);
    return new BigDecimal(any.mod(BigInteger.TEN.pow(digits)).setBit(0), decimals);
  }

  private Customer customer() {
    String name = "customer-" + Integer.toString(1_000 + below(30_000), 36);
    return new Customer(guid(), "Customer " + name.substring(9) + " GmbH", name + ".example");
  }

  private Subscription subscription() {
    return new Subscription(
        pick(customers), guid(), guid(), "Subscription " + below(1_000) + " production");
  }

  private Resource resource() {
    Subscription subscription = pick(subscriptions);
    String group = "RG-" + Integer.toString(below(5_000), 36).toUpperCase() + "-PROD";
    String name = "vm-" + Integer.toString(below(60_000_000), 36);
    return new Resource(
        subscription,
        group,
        "/subscriptions/"
            + subscription.id()
            + "/resourceGroups/"
            + group
            + "/providers/Microsoft.Compute/virtualMachines/"
            + name,
        "{\"costCenter\":\"" + below(9_000) + "\",\"owner\":\"team-" + below(40) + "\"}",
        "{\"ServiceType\":\"Standard_D4_v3\",\"VMName\":\"" + name + "\",\"VCPUs\":4}");
  }

  private Meter meter() {
    return new Meter(
        guid(), "D" + (2 + below(62)) + " v" + below(6), pick(REGIONS), number(16, 14), rate());
  }

  private BigDecimal rate() {
    return number(15 + below(8), 16 + below(7));
  }
}
