package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.server.Response;

/** The error responses of the storage in XML: shape G of contract 4.2. */
final class StorageErrors {
  private static final String XML = "application/xml";

  private StorageErrors() {}

  static Response authenticationFailed() {
    return of(
        403,
        "AuthenticationFailed",
        "Server failed to authenticate the request. Make sure the value of Authorization header is"
            + " formed correctly including the signature.");
  }

  static Response bearerToken() {
    return of(
        400,
        "InvalidAuthenticationInfo",
        "Authentication information is not given in the correct format. Check the value of"
            + " Authorization header.");
  }

  static Response notFound() {
    return of(404, "BlobNotFound", "The specified blob does not exist.");
  }

  static Response wrongMethod() {
    return of(405, "UnsupportedHttpVerb", "The resource doesn't support specified Http Verb.");
  }

  static Response conditionNotMet() {
    return of(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s)");
  }

  static Response invalidRange(long length) {
    return of(416, "InvalidRange", "The range specified is invalid for the resource.")
        .with("Content-Range", "bytes */" + length);
  }

  /** Returns the error of a status. */
  static Response of(int status) {
    return switch (status) {
      case 403 -> authenticationFailed();
      case 404 -> notFound();
      case 412 -> conditionNotMet();
      case 500 -> of(status, "InternalError", "The server encountered an internal error.");
      case 429, 503 -> of(status, "ServerBusy", "The server is busy.");
      default -> of(status, "OperationFailed", "The operation could not be completed.");
    };
  }

  private static Response of(int status, String code, String message) {
    String body =
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(code, message);
    return Response.text(status, XML, body).with("x-ms-error-code", code);
  }
}
