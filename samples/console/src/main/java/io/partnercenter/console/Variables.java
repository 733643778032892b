package io.partnercenter.console;

import io.partnercenter.PartnerCloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code PARTNER_} variables, which lead to a tenant. */
record Variables(Map<String, String> environment) {
  static final String TOKEN = "PARTNER_TOKEN";
  static final String TENANT = "PARTNER_TENANT";
  static final String CLIENT_ID = "PARTNER_CLIENT_ID";
  static final String CLIENT_SECRET = "PARTNER_CLIENT_SECRET";
  static final String CERTIFICATE = "PARTNER_CERTIFICATE";
  static final String CERTIFICATE_PASSWORD = "PARTNER_CERTIFICATE_PASSWORD";
  static final String REFRESH_TOKEN_FILE = "PARTNER_REFRESH_TOKEN_FILE";
  private static final String CLOUD = "PARTNER_CLOUD";
  private static final String BASE_URL = "PARTNER_BASE_URL";
  private static final String GRAPH_URL = "PARTNER_GRAPH_URL";

  private static final List<String> ALL =
      List.of(
          TOKEN,
          TENANT,
          CLIENT_ID,
          CLIENT_SECRET,
          CERTIFICATE,
          CERTIFICATE_PASSWORD,
          REFRESH_TOKEN_FILE,
          CLOUD,
          BASE_URL,
          GRAPH_URL);

  boolean has(String name) {
    return environment.containsKey(name);
  }

  /** The names of those that are set. */
  List<String> all() {
    return ALL.stream().filter(this::has).toList();
  }

  /** Without the blanks and line feeds that come along when variables are filled from files. */
  @Nullable String find(String name) {
    String value = environment.get(name);
    if (value == null) return null;
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is set, but there is nothing in it");
    }
    return value.strip();
  }

  String need(String name) {
    String value = find(name);
    if (value != null) return value;
    throw new IllegalArgumentException(
        all().isEmpty() ? name + " is not set" : all().get(0) + " is set, but " + name + " is not");
  }

  /** As it is: a password may begin or end with a blank. */
  char[] password() {
    return environment.getOrDefault(CERTIFICATE_PASSWORD, "").toCharArray();
  }

  /** Two settings of which one would have to be passed over in silence. */
  void refuseBoth(String one, String other) {
    if (has(one) && has(other)) {
      throw new IllegalArgumentException(
          one + " and " + other + " are both set, and only one of them can be meant");
    }
  }

  PartnerCloud cloud() {
    String name = environment.getOrDefault(CLOUD, "global");
    return switch (name.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "global" -> PartnerCloud.GLOBAL;
      case "us-government" -> PartnerCloud.US_GOVERNMENT;
      case "china" -> PartnerCloud.CHINA;
      default ->
          throw new IllegalArgumentException(
              CLOUD + " is global, us-government or china, and nothing else");
    };
  }

  /** Absent if the service is at the cloud's own address. */
  @Nullable URI baseUrl() {
    return address(BASE_URL);
  }

  /** Absent if Microsoft Graph is at the cloud's own address. */
  @Nullable URI graphUrl() {
    return address(GRAPH_URL);
  }

  /** Not repeated if it is none: it may be a secret in the wrong variable. */
  private @Nullable URI address(String name) {
    String address = find(name);
    try {
      return address == null ? null : new URI(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name + " is not an address, such as https://host/path");
    }
  }
}
