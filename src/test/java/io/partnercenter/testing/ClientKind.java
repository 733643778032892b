package io.partnercenter.testing;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Whose OkHttp client a partner has, and which version of HTTP it speaks with its server. */
public enum ClientKind {
  OWN_HTTP_1,
  OWN_HTTP_2,
  HANDED_IN_HTTP_1,
  HANDED_IN_HTTP_2;

  private static final String PASSWORD = "changeit";
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  public boolean isHandedIn() {
    return this == HANDED_IN_HTTP_1 || this == HANDED_IN_HTTP_2;
  }

  public boolean isHttp2() {
    return this == OWN_HTTP_2 || this == HANDED_IN_HTTP_2;
  }

  /** Has {@code server} speak this version: HTTP/2 over TLS, or HTTP/1.1 in clear. */
  public void serve(MockWebServer server) {
    if (!isHttp2()) return;
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory());
  }

  /** The client that {@code builder} makes, which trusts servers of this kind. */
  public OkHttpClient client(OkHttpClient.Builder builder) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();
    return builder.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()).build();
  }

  /** The partner that {@code builder} makes, with {@code client} if it is to be handed in. */
  public IPartner partner(PartnerBuilder builder, OkHttpClient client) {
    if (isHandedIn()) return builder.okHttp(client).build();
    return isHttp2() ? trusting(builder) : builder.build();
  }

  /** A client of the partner's own trusts what the JVM trusts when it is made. */
  private static IPartner trusting(PartnerBuilder builder) {
    Map<String, String> before = new TreeMap<>();
    try {
      Path file = trustStore();
      set("javax.net.ssl.trustStore", file.toString(), before);
      set("javax.net.ssl.trustStorePassword", PASSWORD, before);
      set("javax.net.ssl.trustStoreType", "PKCS12", before);
      return builder.build();
    } finally {
      before.forEach((name, value) -> set(name, value, new TreeMap<>()));
    }
  }

  private static void set(String name, String value, Map<String, String> before) {
    before.put(name, System.getProperty(name, ""));
    if (value.isEmpty()) System.clearProperty(name);
    else System.setProperty(name, value);
  }

  private static Path trustStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("localhost", CERTIFICATE.certificate());
      Path file = Files.createTempFile("trust", ".p12");
      file.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, PASSWORD.toCharArray());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
