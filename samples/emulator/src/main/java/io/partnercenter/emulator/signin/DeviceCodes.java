package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.support.LruMap;
import io.partnercenter.emulator.support.SeededRandom;
import java.util.Locale;
import java.util.Map;

/** The codes for signing in on another device. Thread-safe. */
final class DeviceCodes {
  private final Map<String, Integer> pollsLeft = new LruMap<>();
  private final long seed;
  private final int polls;
  private int issued;

  /**
   * Creates the store of codes.
   *
   * @param polls the number of requests that find the code pending
   */
  DeviceCodes(long seed, int polls) {
    this.seed = SeededRandom.deriveSeed(seed, "device code");
    this.polls = polls;
  }

  /** Issues a code. */
  synchronized Response start() {
    SeededRandom random = SeededRandom.at(seed, ++issued);
    String code = "emulated-device-" + random.guid();
    String userCode = random.letters(9, "BCDFGHJKLMNPQRSTVWXYZ23456789");
    pollsLeft.put(code, polls);
    return Response.ok(
        json ->
            json.begin()
                .text("user_code", userCode)
                .text("device_code", code)
                .text("verification_uri", "https://microsoft.com/devicelogin")
                .integer("expires_in", 900)
                .integer("interval", 1) // The real directory asks for 5 seconds.
                .text("message", String.format(Locale.ROOT, "Enter the code %s.", userCode))
                .end());
  }

  /**
   * Uses up a code.
   *
   * @throws SignInErrorException while the sign-in is pending, and for used or unknown codes
   */
  synchronized void redeem(String code) {
    Integer left = pollsLeft.get(code);
    if (left == null) throw SignInErrorException.of(70000);
    if (left > 0) {
      pollsLeft.put(code, left - 1);
      throw SignInErrorException.of(70016);
    }
    pollsLeft.remove(code);
  }
}
