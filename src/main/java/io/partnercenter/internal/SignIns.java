package io.partnercenter.internal;

/**
 * What the sign-ins of one partner have in common, whatever they are for.
 *
 * @param pacing the token endpoint's
 * @param secrets the tokens they brought, and what they proved themselves with
 */
public record SignIns(Pacing pacing, KnownSecrets secrets) {
  /** For a partner that has not signed in yet. */
  public SignIns(Pacing pacing) {
    this(pacing, new KnownSecrets());
  }
}
