package io.partnercenter.credentials;

import io.partnercenter.internal.TemporaryRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done about a refusal of the token endpoint, by its code. */
final class SignInRemedies {
  private static final String SIGN_IN_AGAIN =
      "let the user sign in again, with multi-factor authentication, and store the new refresh"
          + " token";
  private static final String IDS = "check tenant id, client id and cloud";
  private static final String BUSY = "Microsoft Entra is busy; try again later";
  private static final String LOOP = "AADSTS50196";

  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry(
              "AADSTS7000215",
              "the client secret is wrong; take the secret's value from the app registration, not"
                  + " its id"),
          Map.entry(
              "AADSTS7000222",
              "the client secret has expired; create a new one in the app registration"),
          Map.entry(
              "AADSTS7000218",
              "the app is asked for a secret; give it one, or allow public client flows in the app"
                  + " registration"),
          Map.entry(
              "AADSTS700027",
              "the app registration does not know the certificate, or it has expired; upload the"
                  + " one in use"),
          Map.entry("AADSTS700016", "the tenant does not know the app; " + IDS),
          Map.entry("AADSTS90002", "there is no such tenant; " + IDS),
          Map.entry("AADSTS900023", "there is no such tenant; " + IDS),
          Map.entry(
              "AADSTS65001",
              "consent is missing; let an administrator grant it to the app registration"),
          Map.entry(
              "AADSTS650057",
              "the app registration lacks the permission for this audience; add it, and let an"
                  + " administrator consent"),
          Map.entry(
              "AADSTS500011",
              "the tenant does not know this audience; add the permission of Microsoft Partner"
                  + " Center to the app registration, and let an administrator consent"),
          Map.entry("AADSTS700082", "the refresh token has expired; " + SIGN_IN_AGAIN),
          Map.entry("AADSTS70008", "the refresh token has expired; " + SIGN_IN_AGAIN),
          Map.entry("AADSTS50173", "the refresh token has been revoked; " + SIGN_IN_AGAIN),
          Map.entry("AADSTS50076", "multi-factor authentication is missing; " + SIGN_IN_AGAIN),
          Map.entry("AADSTS50079", "multi-factor authentication is not set up; " + SIGN_IN_AGAIN),
          Map.entry("AADSTS50078", "multi-factor authentication has expired; " + SIGN_IN_AGAIN),
          Map.entry(
              "AADSTS53003",
              "a Conditional Access policy of the tenant stands in the way; its administrator can"
                  + " see which in the sign-in logs"),
          Map.entry(
              LOOP,
              "the app signs in too often and is refused for a few minutes; build one partner and"
                  + " keep it, so that a token is used until it expires"),
          Map.entry("AADSTS50057", "the user's account is disabled; take another user"),
          Map.entry(
              "AADSTS50105",
              "the user is not assigned to the app; assign the user in the tenant's enterprise"
                  + " applications"));

  private static final Map<String, String> BY_ERROR =
      Map.of(
          "invalid_client", "the app's secret or certificate is not accepted; renew it",
          "unauthorized_client", "the app may not sign in like this; " + IDS,
          "invalid_grant", "the refresh token is not accepted; " + SIGN_IN_AGAIN,
          "interaction_required", SIGN_IN_AGAIN,
          "consent_required", "consent is missing; let an administrator grant it",
          "temporarily_unavailable", BUSY,
          "invalid_scope", "the app may not ask for this audience; add its permission",
          "authorization_declined", "the person declined; sign in again",
          "expired_token", "nobody entered the device code in time; sign in again");

  private SignInRemedies() {}

  /**
   * By Entra's own code if it is a known one, else by OAuth's.
   *
   * @param forUser whether the sign-in was for a user; an app alone has no refresh token
   */
  static String of(@Nullable String code, String error, boolean forUser) {
    if (code != null && TemporaryRefusal.is(code)) return BUSY;
    String byCode = code == null ? null : BY_CODE.get(code);
    String remedy = byCode != null ? byCode : BY_ERROR.getOrDefault(error, IDS);
    boolean ofUser = remedy.contains("refresh token");
    return forUser || !ofUser ? remedy : "the app's sign-in is not accepted; " + IDS;
  }

  /** Whether a refusal with {@code code} is over after some time, whoever signs in. */
  static boolean passes(@Nullable String code) {
    return code != null && (code.equals(LOOP) || TemporaryRefusal.is(code));
  }
}
