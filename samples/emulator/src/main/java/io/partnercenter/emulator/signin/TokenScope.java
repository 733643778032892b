package io.partnercenter.emulator.signin;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a sign-in is for.
 *
 * @param resource the audience of the token
 * @param scopes what was asked for, without what concerns the sign-in only; empty at the older
 *     endpoint, which knows resources and no scopes
 */
record TokenScope(String resource, List<String> scopes) {
  private static final Set<String> OIDC_SCOPES =
      Set.of("openid", "profile", "offline_access", "email");

  static TokenScope ofResource(SignInForm form) {
    return new TokenScope(form.required("resource"), List.of());
  }

  /** The resource is what comes before the last slash of a scope. */
  static TokenScope ofScope(SignInForm form) {
    List<String> scopes =
        Stream.of(form.required("scope").split("\\s+"))
            .filter(scope -> !OIDC_SCOPES.contains(scope))
            .toList();
    if (scopes.isEmpty()) throw SignInErrorException.missing("scope");
    String scope = scopes.get(0);
    return new TokenScope(scope.substring(0, Math.max(0, scope.lastIndexOf('/'))), scopes);
  }

  boolean isDefaultOnly() {
    return scopes.stream().allMatch(scope -> scope.endsWith("/.default"));
  }

  /** What was asked for and what the user has consented to; clients look for either. */
  String grantedScopes() {
    Set<String> granted = new TreeSet<>(scopes);
    granted.add(resource + "/" + permission());
    return String.join(" ", granted);
  }

  /** The permission that the app has been given by the user. */
  String permission() {
    return isGraph() ? "PartnerBilling.Read.All" : "user_impersonation";
  }

  private boolean isGraph() {
    return resource.contains("graph.microsoft.com");
  }
}
