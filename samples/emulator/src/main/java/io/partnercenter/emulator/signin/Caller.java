package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.ApiErrorException;
import java.util.Locale;

/**
 * Whom a bearer token speaks for, and to whom.
 *
 * @param appOnly whether it is an app by itself; else it is an app together with a user
 * @param audience the service that the token is meant for, or an empty text if any will do
 */
public record Caller(boolean appOnly, String audience) {
  public static final Caller APP = new Caller(true, "");
  public static final Caller USER = new Caller(false, "");

  /** What contract 2.3 grants to users only. */
  public void requireUser() {
    if (appOnly) throw ApiErrorException.appOnly();
  }

  /** Tokens for the old directory graph are refused with a code of their own (contract 4.3). */
  public void requirePartnerCenterAudience() {
    String host = audience.toLowerCase(Locale.ROOT);
    if (host.contains("graph.windows.net") || host.contains("graph.chinacloudapi.cn")) {
      throw ApiErrorException.unsupportedAudience();
    }
    if (host.contains("graph.microsoft.com")) throw ApiErrorException.invalidToken();
  }

  /** Graph takes tokens that are meant for it, and none for Partner Center (contract 2.4). */
  public void requireGraphAudience() {
    if (!audience.isEmpty() && !audience.contains("graph.microsoft.com")) {
      throw ApiErrorException.invalidToken();
    }
  }
}
