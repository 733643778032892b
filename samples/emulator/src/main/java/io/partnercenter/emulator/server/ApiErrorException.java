package io.partnercenter.emulator.server;

/** Ends a call with an error of the v1 API. */
public final class ApiErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private ApiErrorException(int status, String code, String description) {
    super(description, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static ApiErrorException missingInput(String name) {
    return new ApiErrorException(400, "800002", "Invalid request input: " + name + " is required.");
  }

  public static ApiErrorException invalidInput(String description) {
    return new ApiErrorException(400, "800002", "Invalid request input: " + description);
  }

  public static ApiErrorException invalidProperty(String name, String value) {
    return new ApiErrorException(
        400, "3000", "Invalid property: " + name + " cannot be '" + value + "'.");
  }

  public static ApiErrorException unknownValue(String name, String value) {
    return new ApiErrorException(
        400, "900126", "Enum value '" + value + "' of " + name + " is not known.");
  }

  /** Returns an error of the service's web framework, which has no code. */
  public static ApiErrorException unboundModel() {
    return new ApiErrorException(400, "", "The request is invalid.");
  }

  public static ApiErrorException missingToken() {
    return new ApiErrorException(401, "800001", "Partner token is missing in the request context.");
  }

  public static ApiErrorException invalidToken() {
    return new ApiErrorException(401, "400", "Access denied.");
  }

  public static ApiErrorException unsupportedAudience() {
    return new ApiErrorException(
        401, "900420", "The audience of the token is no longer supported.");
  }

  /**
   * Returns the error for a missing second factor. Status and code are undocumented; a client
   * received 401 (contract 2.2).
   */
  public static ApiErrorException missingSecondFactor() {
    return new ApiErrorException(
        401, "400", "Access denied. Multifactor authentication is required.");
  }

  public static ApiErrorException appOnly() {
    return new ApiErrorException(
        403, "900329", "App-only access is not supported for this resource.");
  }

  public static ApiErrorException notFound(String what) {
    return new ApiErrorException(404, "1000", what + " was not found.");
  }

  public static ApiErrorException wrongMethod() {
    return new ApiErrorException(
        405, "", "The requested resource does not support this http method.");
  }

  Response response() {
    return code.isEmpty()
        ? Response.json(status, json -> json.begin().text("message", getMessage()).end())
        : PartnerCenterErrors.error(status, code, getMessage());
  }
}
