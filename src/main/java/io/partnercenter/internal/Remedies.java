package io.partnercenter.internal;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.errors.ServiceError;
import java.util.Map;
import java.util.StringJoiner;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What can be done about a refusal, which the service itself says with a number, if at all. */
final class Remedies {
  private static final String ROLE =
      "the signed-in user's role is not enough; it takes Admin agent or Billing admin in Partner"
          + " Center";

  /** By the service's code; contract §4.3. */
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry(
              "900329",
              "an app alone may not do this; sign in as app and user, with a refresh token of the"
                  + " Secure Application Model"),
          Map.entry(
              "900420",
              "the token's audience is no longer accepted; ask for a token of Partner Center"
                  + " itself, and not of graph.windows.net"),
          Map.entry(
              "900124",
              "the Microsoft Partner Agreement is not accepted; an administrator accepts it in"
                  + " Partner Center"),
          Map.entry(
              "900149",
              "the partner's programme membership is not active; its status is in the account"
                  + " settings of Partner Center"),
          Map.entry(
              "800039",
              "the partner's reseller programme is not active; its status is in the account"
                  + " settings of Partner Center"),
          Map.entry("900150", ROLE),
          Map.entry("900308", ROLE),
          Map.entry(
              "900309",
              "a Conditional Access policy of the tenant stands in the way; its administrator can"
                  + " see which in the sign-in logs"),
          Map.entry(
              "2032",
              "the account may not see this; check that app and user belong to the partner's own"
                  + " tenant, and the user's role in Partner Center"));

  private static final String EXPORT_PERMISSION = "PartnerBilling.Read.All";

  private Remedies() {}

  /**
   * What to do about a 401 or 403, what kind of token it was, and what else the caller should know;
   * null if nothing is known.
   *
   * @param history knows what the service said of the sign-in, if it was asked
   * @param asked the pause that the service asked for
   */
  static @Nullable String of(
      Response response,
      ServiceError error,
      Dialect dialect,
      CallHistory history,
      @Nullable AccessToken token,
      @Nullable RetryAfter asked) {
    int status = response.code();
    TokenClaims claims = TokenClaims.of(token == null ? "" : token.value());
    StringJoiner remedy = new StringJoiner("; ");
    if (status == 403 && dialect == Dialect.GRAPH) remedy.add(permission(claims));
    if (status == 401 || status == 403) {
      addAccess(remedy, error, history.mfaCompliant(), claims.kind());
    }
    String redirect = Redirect.words(response);
    if (redirect != null) remedy.add(redirect);
    String unreadable = asked == null ? null : asked.problem();
    if (unreadable != null) remedy.add(unreadable);
    return remedy.length() == 0 ? null : remedy.toString();
  }

  private static void addAccess(
      StringJoiner remedy,
      ServiceError error,
      @Nullable Boolean mfaCompliant,
      TokenClaims.@Nullable Kind kind) {
    String byCode = error.code() == null ? null : BY_CODE.get(error.code());
    if (byCode != null) remedy.add(byCode);
    if (Boolean.FALSE.equals(mfaCompliant)) {
      remedy.add(
          "the user signed in without multi-factor authentication, which has been required since"
              + " April 2026; let the user sign in again with it, and store the new refresh token");
    }
    if (kind != null) remedy.add("the token sent was " + kind);
  }

  /** Graph refuses exports with 403 and no reason; contract §2.4. */
  private static String permission(TokenClaims claims) {
    if (claims.permissions().contains(EXPORT_PERMISSION)) {
      return "the token has "
          + EXPORT_PERMISSION
          + "; check that app and user belong to the partner's own tenant, and the user's role in"
          + " Partner Center";
    }
    String kind =
        claims.kind() == null
            ? ""
            : claims.kind() == TokenClaims.Kind.APP_ONLY ? "application " : "delegated ";
    return "exports need a permission of Microsoft Graph: add the "
        + kind
        + "permission "
        + EXPORT_PERMISSION
        + " to the app registration in the Microsoft Entra admin center, under API permissions,"
        + " and let an administrator grant admin consent there";
  }
}
