package io.partnercenter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The emulator of Azure Storage, on a free port of loopback, with everything in memory: ranges,
 * ETags, signatures and refusals that nobody here has made up. {@code .ci/run azurite} installs it.
 */
public final class Azurite implements AutoCloseable {
  private static final String ACCOUNT = "devstoreaccount1";

  /** No secret: every Azurite and every document about it has this one. */
  private static final String PUBLIC_KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private static final String VERSION = "2021-08-06";
  private static final String SAYS = "successfully listens on ";

  private final OkHttpClient http = new OkHttpClient();
  private final Process process;
  private final String account;

  private Azurite(Process process) throws IOException {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader output = process.inputReader(UTF_8);
    String line = output.readLine();
    while (line != null && !line.contains(SAYS)) line = output.readLine();
    if (line == null) throw new IOException("Azurite ended at once");
    this.account = line.substring(line.indexOf(SAYS) + SAYS.length()).strip() + "/" + ACCOUNT;
  }

  /** The program, be it there or not. */
  public static Path program() {
    String elsewhere = System.getProperty("azurite", System.getenv("AZURITE"));
    return Path.of(Objects.requireNonNullElse(elsewhere, ".ci/node"))
        .resolve("node_modules/azurite/dist/src/blob/main.js");
  }

  /** Whether the program is there, and what runs it. */
  public static boolean isInstalled() {
    if (!Files.exists(program())) return false;
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Azurite start() throws IOException {
    List<String> command =
        List.of(
            "node",
            program().toString(),
            "--blobHost=127.0.0.1",
            "--blobPort=0",
            "--inMemoryPersistence",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--silent");
    return new Azurite(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** A container of its own. */
  public String container(String name) throws IOException {
    HttpUrl url = HttpUrl.get(account + "/" + name + "?restype=container&" + everything());
    send(new Request.Builder().url(url).put(RequestBody.create(new byte[0])));
    return account + "/" + name;
  }

  /** Stores a file and returns its ETag. */
  public String store(String directory, String name, byte[] content) throws IOException {
    HttpUrl file = HttpUrl.get(directory + "?" + everything());
    return send(
        new Request.Builder()
            .url(file.newBuilder().addPathSegment(name).build())
            .header("x-ms-blob-type", "BlockBlob")
            .put(RequestBody.create(content)));
  }

  /** Whether {@code signature} opens a file, at the moment. */
  public boolean opens(String directory, String name, String signature) throws IOException {
    HttpUrl file = HttpUrl.get(directory + "?" + signature);
    HttpUrl url = file.newBuilder().addPathSegment(name).build();
    try (Response response =
        http.newCall(new Request.Builder().url(url).head().build()).execute()) {
      return response.isSuccessful();
    }
  }

  private String send(Request.Builder request) throws IOException {
    Request signed = request.header("x-ms-version", VERSION).build();
    try (Response response = http.newCall(signed).execute()) {
      if (response.code() != 201) throw new IOException(response + ": " + response.body().string());
      return response.header("ETag", "");
    }
  }

  /** A signature as an export has: to read and to list, until then, to the second. */
  public static String readable(Instant until) {
    return signature("rl", until);
  }

  private static String everything() {
    return signature("rwcl", Instant.now().plus(1, ChronoUnit.HOURS));
  }

  private static String signature(String permissions, Instant until) {
    Map<String, String> said = new TreeMap<>();
    said.put("sv", VERSION);
    said.put("ss", "b");
    said.put("srt", "co");
    said.put("sp", permissions);
    said.put("se", until.truncatedTo(ChronoUnit.SECONDS).toString());
    String account = ACCOUNT + "\n" + permissions + "\nb\nco\n\n" + said.get("se") + "\n\n\n";
    said.put("sig", sign(account + VERSION + "\n\n"));
    return said.entrySet().stream()
        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(PUBLIC_KEY), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    http.connectionPool().evictAll();
  }
}
