package io.partnercenter.emulator;

/** The emulator will not do what was asked; the answer says why in one of the service's ways. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String description) {
    super(description, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal missingInput(String name) {
    return new Refusal(400, "800002", "Invalid request input: " + name + " is required.");
  }

  static Refusal invalidInput(String description) {
    return new Refusal(400, "800002", "Invalid request input: " + description);
  }

  static Refusal invalidProperty(String name, String value) {
    return new Refusal(400, "3000", "Invalid property: " + name + " cannot be '" + value + "'.");
  }

  static Refusal unknownValue(String name, String value) {
    return new Refusal(400, "900126", "Enum value '" + value + "' of " + name + " is not known.");
  }

  /** The refusal of the framework beneath the service, which knows no codes. */
  static Refusal unboundModel() {
    return new Refusal(400, "", "The request is invalid.");
  }

  static Refusal noToken() {
    return new Refusal(401, "800001", "Partner token is missing in the request context.");
  }

  static Refusal wrongToken() {
    return new Refusal(401, "400", "Access denied.");
  }

  static Refusal oldAudience() {
    return new Refusal(401, "900420", "The audience of the token is no longer supported.");
  }

  /** Neither status nor code is documented; a client that met it saw 401 (contract 2.2). */
  static Refusal noMfa() {
    return new Refusal(401, "400", "Access denied. Multifactor authentication is required.");
  }

  static Refusal appOnly() {
    return new Refusal(403, "900329", "App-only access is not supported for this resource.");
  }

  static Refusal notFound(String what) {
    return new Refusal(404, "1000", what + " was not found.");
  }

  static Refusal wrongMethod() {
    return new Refusal(405, "", "The requested resource does not support this http method.");
  }

  Answer answer() {
    return code.isEmpty()
        ? Answer.json(status, json -> json.begin().text("message", getMessage()).end())
        : Answer.fault(status, code, getMessage());
  }
}
