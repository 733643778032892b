package io.partnercenter.emulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.support.LruMap;
import io.partnercenter.emulator.support.SeededRandom;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The SAS tokens: signed, valid for one directory and for a limited time (contract 6.12).
 * Thread-safe.
 */
public final class SasTokens {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private byte[] secret;
  private final long seed;
  private final Duration life;
  private final InstantSource clock;
  private final Map<String, Integer> uses = new LruMap<>();
  private int lifeInRequests = UNLIMITED;
  private int created;
  private int secretsDrawn;

  public SasTokens(EmulatorSettings settings) {
    this.seed = SeededRandom.deriveSeed(settings.seed(), "sas");
    this.secret = nextSecret();
    this.life = settings.exports().files().sasLife();
    this.clock = settings.clock();
  }

  /** Returns a new token, encoded, without a question mark. No two tokens are equal. */
  synchronized String create(String directory) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("skoid", SeededRandom.at(seed, created++).guid());
    values.put("sktid", SeededRandom.at(seed, -2).guid());
    values.put("skt", now.toString());
    values.put("ske", now.plus(Duration.ofDays(7)).toString());
    values.put("sks", "b");
    values.put("skv", "2021-08-06");
    values.put("sv", "2021-08-06");
    values.put("se", now.plus(life).toString());
    values.put("sr", "d");
    values.put("sp", "rl");
    values.put("sdd", "7");
    values.put("sig", signature(directory, values));
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Makes every token, old or new, valid for a number of requests. */
  public synchronized void limitRequests(int requests) {
    lifeInRequests = requests;
    uses.clear();
  }

  /** Makes tokens valid for any number of requests again. */
  public synchronized void removeLimit() {
    limitRequests(UNLIMITED);
  }

  /** Makes all tokens invalid: later ones are signed with another secret. */
  public synchronized void revokeAll() {
    secret = nextSecret();
  }

  private byte[] nextSecret() {
    long drawn = SeededRandom.at(SeededRandom.deriveSeed(seed, "secret"), secretsDrawn++).next();
    return Long.toHexString(drawn).getBytes(UTF_8);
  }

  /** Returns whether the URL's token is valid for the directory, and counts the use. */
  synchronized boolean isValidFor(String directory, HttpUrl url) {
    Map<String, String> values = new TreeMap<>();
    for (String name : url.queryParameterNames()) {
      values.put(name, String.valueOf(url.queryParameter(name)));
    }
    String signature = values.remove("sig");
    if (signature == null || !signature.equals(signature(directory, values))) return false;
    return isInTime(values.get("se")) && uses.merge(signature, 1, Integer::sum) <= lifeInRequests;
  }

  private boolean isInTime(@Nullable String end) {
    try {
      return end != null && clock.instant().isBefore(Instant.parse(end));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private String signature(String directory, Map<String, String> values) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String signed = directory + new TreeMap<>(values);
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Java has no HmacSHA256, which every Java platform must have", e);
    }
  }
}
