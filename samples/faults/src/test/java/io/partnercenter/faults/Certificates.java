package io.partnercenter.faults;

import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate for loopback, and a client that trusts it. */
final class Certificates {
  private static final HeldCertificate LOOPBACK =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

  static final HandshakeCertificates SERVER =
      new HandshakeCertificates.Builder().heldCertificate(LOOPBACK).build();

  private static final HandshakeCertificates CLIENT =
      new HandshakeCertificates.Builder().addTrustedCertificate(LOOPBACK.certificate()).build();

  private Certificates() {}

  static OkHttpClient.Builder trusted(OkHttpClient.Builder client) {
    return client.sslSocketFactory(CLIENT.sslSocketFactory(), CLIENT.trustManager());
  }
}
