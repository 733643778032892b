package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.ApiErrorException;
import java.util.Locale;

/**
 * The app or user of a bearer token, and the service that the token is for.
 *
 * @param appOnly whether there is no user
 * @param audience the service, or an empty string for any service
 */
public record Caller(boolean appOnly, String audience) {
  public static final Caller APP = new Caller(true, "");
  public static final Caller USER = new Caller(false, "");

  /** Throws unless there is a user (contract 2.3). */
  public void requireUser() {
    if (appOnly) throw ApiErrorException.appOnly();
  }

  /**
   * Throws unless the token is for Partner Center. Tokens for the old directory graph have an error
   * code of their own (contract 4.3).
   */
  public void requirePartnerCenterAudience() {
    String host = audience.toLowerCase(Locale.ROOT);
    if (host.contains("graph.windows.net") || host.contains("graph.chinacloudapi.cn")) {
      throw ApiErrorException.unsupportedAudience();
    }
    if (host.contains("graph.microsoft.com")) throw ApiErrorException.invalidToken();
  }

  /**
   * Throws unless the token is for Graph. Graph refuses tokens for Partner Center (contract 2.4).
   */
  public void requireGraphAudience() {
    if (!audience.isEmpty() && !audience.contains("graph.microsoft.com")) {
      throw ApiErrorException.invalidToken();
    }
  }
}
