package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.Period;
import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.server.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A valid request for line items.
 *
 * @param invoiceId the id in the path, with or without prefix, or {@code unbilled}
 * @param currencyCode upper case, or null for any
 */
record LineItemsQuery(
    String invoiceId,
    LineKind kind,
    @Nullable String currencyCode,
    @Nullable Period period,
    int size,
    boolean onlyEarnedCredit) {
  private static final String UNBILLED = "unbilled";
  private static final int MAX_PAGE_SIZE = 2000;
  private static final Set<String> MODERN = Set.of("onetime", "marketplace", "all");

  static LineItemsQuery of(String invoiceId, QueryParameters query) {
    LineKind kind = kind(query);
    LineItemsQuery result =
        new LineItemsQuery(
            invoiceId,
            kind,
            currency(query),
            period(query),
            query.number("size", MAX_PAGE_SIZE, 1, MAX_PAGE_SIZE),
            query.isTrue("hasPartnerEarnedCredit") && kind == LineKind.DAILY_RATED_USAGE);
    result.check();
    return result;
  }

  boolean isUnbilled() {
    return invoiceId.equals(UNBILLED);
  }

  private void check() {
    if (isUnbilled() && !kind.isSeekPaged()) {
      throw ApiErrorException.invalidInput("there are no unbilled line items of this provider.");
    }
    if (isUnbilled() || kind == LineKind.DAILY_RATED_USAGE) {
      if (currencyCode == null) throw ApiErrorException.missingInput("currencycode");
      if (period == null) throw ApiErrorException.missingInput("period");
    }
  }

  private static LineKind kind(QueryParameters query) {
    String provider = query.required("provider").toLowerCase(Locale.ROOT);
    boolean billing = isBilling(query.required("invoicelineitemtype"));
    // The service refuses the spelling of its own response bodies, with an error without a code.
    if (provider.equals("one_time")) throw ApiErrorException.unboundModel();
    if (MODERN.contains(provider)) {
      return billing ? LineKind.ONE_TIME : LineKind.DAILY_RATED_USAGE;
    }
    return switch (provider) {
      case "azure" -> billing ? LineKind.USAGE_BASED : LineKind.DAILY_USAGE;
      case "office" -> {
        if (!billing) throw ApiErrorException.invalidInput("office has no usage line items.");
        yield LineKind.LICENSE_BASED;
      }
      default -> throw ApiErrorException.unknownValue("provider", provider);
    };
  }

  private static boolean isBilling(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "billinglineitems" -> true;
      case "usagelineitems" -> false;
      default -> throw ApiErrorException.unknownValue("invoicelineitemtype", type);
    };
  }

  private static @Nullable String currency(QueryParameters query) {
    String code = query.value("currencycode");
    if (code == null) return null;
    if (!code.matches("[A-Za-z]{3}")) throw ApiErrorException.invalidProperty("currencycode", code);
    return code.toUpperCase(Locale.ROOT);
  }

  private static @Nullable Period period(QueryParameters query) {
    String name = query.value("period");
    if (name == null) return null;
    return List.of(Period.values()).stream()
        .filter(period -> period.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> ApiErrorException.unknownValue("period", name));
  }
}
