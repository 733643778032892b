package io.partnercenter.internal;

import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.AccessToken;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out before any request what is wrong with a token, as far as the token itself says. What is
 * not known to be wrong passes: opaque tokens, audiences that are the id of an app, issuers nobody
 * has heard of.
 *
 * @param resource the audience that tokens are asked for
 * @param tenantId the only directory whose tokens are sent; absent for any
 */
public record TokenCheck(PartnerCloud cloud, String resource, @Nullable String tenantId) {
  private static final String PARTNER_CENTER = "Partner Center";
  private static final String MICROSOFT_GRAPH = "Microsoft Graph";

  /** Whose audience it is. Azure AD Graph is served to nobody any more. */
  private static final Map<String, String> AUDIENCES =
      Map.of(
          "https://api.partnercenter.microsoft.com", PARTNER_CENTER,
          "https://partner.partnercenterapi.microsoftonline.cn", PARTNER_CENTER,
          "https://graph.microsoft.com", MICROSOFT_GRAPH,
          "https://graph.microsoft.us", MICROSOFT_GRAPH,
          "https://dod-graph.microsoft.us", MICROSOFT_GRAPH,
          "https://microsoftgraph.chinacloudapi.cn", MICROSOFT_GRAPH,
          "https://graph.windows.net", "Azure AD Graph",
          "https://graph.chinacloudapi.cn", "Azure AD Graph");

  /** US Government shares the issuer of v1 tokens with the commercial cloud. */
  private static final Map<String, Set<PartnerCloud>> ISSUERS =
      Map.of(
          "login.microsoftonline.com", Set.of(PartnerCloud.GLOBAL),
          "login.microsoftonline.us", Set.of(PartnerCloud.US_GOVERNMENT),
          "sts.windows.net", Set.of(PartnerCloud.GLOBAL, PartnerCloud.US_GOVERNMENT),
          "sts.chinacloudapi.cn", Set.of(PartnerCloud.CHINA),
          "login.chinacloudapi.cn", Set.of(PartnerCloud.CHINA),
          "login.partner.microsoftonline.cn", Set.of(PartnerCloud.CHINA));

  /** What is wrong and what to do; null if nothing is known to be. */
  @Nullable String problem(AccessToken token, Instant now) {
    TokenClaims claims = TokenClaims.of(token.value());
    if (claims.audience() != null) {
      String problem = audienceProblem(claims.audience());
      if (problem != null) return problem;
    }
    if (claims.issuer() != null) {
      String problem = issuerProblem(claims.issuer());
      if (problem != null) return problem;
    }
    if (tenantId != null && claims.tenantId() != null) {
      String problem = tenantProblem(tenantId, claims.tenantId());
      if (problem != null) return problem;
    }
    return expiryProblem(claims.expiry(), now);
  }

  private @Nullable String audienceProblem(String audience) {
    String known = withoutSlash(audience.toLowerCase(Locale.ROOT));
    String owner = AUDIENCES.get(known);
    if (owner == null || known.equals(resource)) return null;
    String wanted = Objects.requireNonNullElse(AUDIENCES.get(resource), resource);
    return "the token is for "
        + known
        + ", "
        + (owner.equals("Azure AD Graph")
            ? "which Partner Center has refused since August 2025"
            : "which is " + owner + (owner.equals(wanted) ? " of another cloud" : ""))
        + "; ask for the scope "
        + resource
        + "/.default";
  }

  private @Nullable String issuerProblem(String issuer) {
    String host = host(issuer);
    Set<PartnerCloud> clouds = host == null ? null : ISSUERS.get(host);
    if (clouds == null || clouds.contains(cloud)) return null;
    return "the token was issued by "
        + host
        + ", which is another cloud's, and tokens are good in their own only; sign in at "
        + cloud.authority()
        + ", or build the partner with another cloud than "
        + cloud;
  }

  private static @Nullable String tenantProblem(String wanted, String tenant) {
    if (tenant.equalsIgnoreCase(wanted)) return null;
    return "the token is of the tenant "
        + Redaction.cut(tenant, 40)
        + ", and this partner is the tenant "
        + wanted
        + "; sign in there";
  }

  private static @Nullable String expiryProblem(@Nullable Instant expiry, Instant now) {
    if (expiry == null || now.isBefore(expiry)) return null;
    return "the token expired at "
        + expiry
        + ", and by this machine's clock it is "
        + now
        + "; let the credentials bring a new one each time they are asked, and set the clock if it"
        + " is wrong";
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static @Nullable String host(String issuer) {
    try {
      String host = URI.create(issuer).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null; // No address, so nobody that is known.
    }
  }
}
