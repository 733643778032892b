package io.partnercenter;

import java.net.URI;
import java.util.Optional;

/** The clouds that Partner Center is run in. A token of one is worth nothing in another. */
public enum PartnerCloud {
  /** The commercial cloud, for everybody who is in none of the others. */
  GLOBAL("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.com"),
  /** US Government: the service is the commercial one, the sign-in is not. */
  US_GOVERNMENT("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.us"),
  /** China, operated by 21Vianet. */
  CHINA(
      "https://partner.partnercenterapi.microsoftonline.cn",
      "https://login.partner.microsoftonline.cn");

  private final URI baseUrl;
  private final URI authority;

  PartnerCloud(String baseUrl, String authority) {
    this.baseUrl = URI.create(baseUrl);
    this.authority = URI.create(authority);
  }

  /** Where the service is; paths such as {@code /v1/invoices} are appended. */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * Where Microsoft Graph is, version included; paths such as {@code /reports/partners/billing} are
   * appended. Empty in the clouds whose Graph has no partner billing: the exports of version 2
   * exist only where it is present, and elsewhere all there is are the line items of version 1.
   */
  public Optional<URI> graphUrl() {
    return this == GLOBAL
        ? Optional.of(URI.create("https://graph.microsoft.com/v1.0"))
        : Optional.empty();
  }

  /** Where its users sign in. */
  public URI authority() {
    return authority;
  }

  /** The audience that a token must be for: in every cloud the service's own address. */
  public String tokenResource() {
    return baseUrl.toString();
  }
}
