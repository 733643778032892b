package io.partnercenter.emulator.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The products, meters and offers of the tenant. All ids are made up. */
final class Catalog {
  private Catalog() {}

  record Product(
      String id,
      String sku,
      String availability,
      String name,
      String skuName,
      String publisher,
      @Nullable List<String> qualifiers,
      String term,
      String frequency) {}

  record Meter(String category, String subCategory, String name, String unit, String service) {}

  record Offer(String guid, String durableGuid, String name) {}

  static final List<Product> PRODUCTS =
      List.of(
          product(
              "ZZ0AAAA0001", "Business Mail Basic", List.of(), "One-Month commitment", "Monthly"),
          product("ZZ0AAAA0002", "Business Mail Premium", null, "1-Year commitment", "Monthly"),
          product("ZZ0AAAA0003", "Phone System", List.of("AddOn"), "1-Year commitment", "Annual"),
          product("ZZ0AAAA0004", "Flow Pro", List.of("AddOn", "Trial"), "One-Month commitment", ""),
          product("ZZ0AAAA0005", "Reserved VM Instance, D4s", List.of(), "3 Years", ""),
          product("ZZ0AAAA0006", "Office Standard LTSC, perpetual", null, "One-Time", ""));

  static final Product PLAN =
      product("ZZ0AAAA0009", "Cloud plan", List.of(), "One-Month commitment", "");

  static final List<Meter> METERS =
      List.of(
          new Meter("Virtual Machines", "Dv3 Series", "D4 v3", "1 Hour", "Emulated.Compute"),
          new Meter("Storage", "Tables", "LRS Data Stored", "1 GB/Month", "Emulated.Storage"),
          new Meter("Bandwidth", "", "Data Transfer Out", "1 GB", "Emulated.Compute"),
          new Meter("Service Bus", "Relay", "Messages", "10K", "Emulated.ServiceBus"));

  static final List<Offer> OFFERS =
      List.of(
          offer(1, "Mail (Plan 1)"),
          offer(2, "Office Suite for Business"),
          offer(3, "Project Server, Non-Profit Pricing"));

  static final List<String> REGIONS = List.of("EU West", "US East 2", "CH North", "");

  private static Product product(
      String id, String name, @Nullable List<String> qualifiers, String term, String frequency) {
    return new Product(
        id,
        "0001",
        id.replace("AAAA", "BBBB"),
        name,
        name + ", seat",
        "Emulated Software",
        qualifiers,
        term,
        frequency);
  }

  private static Offer offer(int number, String name) {
    return new Offer(
        "0f0f0f0f-0000-4000-8000-00000000000" + number,
        "0D0D0D0D-0000-4000-8000-00000000000" + number,
        name);
  }
}
