package io.partnercenter.emulator.signin;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The service and the permissions that a sign-in requests.
 *
 * @param resource the audience of the token
 * @param scopes the requested scopes without those of OpenID; empty at the v1.0 endpoint
 */
record TokenScope(String resource, List<String> scopes) {
  private static final Set<String> OIDC_SCOPES =
      Set.of("openid", "profile", "offline_access", "email");

  static TokenScope ofResource(SignInForm form) {
    return new TokenScope(form.required("resource"), List.of());
  }

  /** Reads the scopes. The text before the last slash of a scope is the resource. */
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

  /** Returns the requested and the consented scopes; clients look for either. */
  String grantedScopes() {
    Set<String> granted = new TreeSet<>(scopes);
    granted.add(resource + "/" + permission());
    return String.join(" ", granted);
  }

  /** Returns the permission that the user granted to the app. */
  String permission() {
    return isGraph() ? "PartnerBilling.Read.All" : "user_impersonation";
  }

  private boolean isGraph() {
    return resource.contains("graph.microsoft.com");
  }
}
