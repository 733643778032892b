package io.partnercenter.errors;

/** What kind of refusal a status is; the names are those of Microsoft's own SDKs. */
public enum ErrorCategory {
  /** 400: a parameter is missing or wrong. */
  BAD_INPUT,
  /** 401: the token was not accepted, also not after it had been renewed once. */
  UNAUTHORIZED,
  /** 403: the caller may not do this, or not with this kind of sign-in. */
  FORBIDDEN,
  /** 404: nothing there. */
  NOT_FOUND,
  /** 405: not an operation of this resource. */
  INVALID_OPERATION,
  /** 406: the service cannot answer in JSON. */
  UNSUPPORTED_DATA_FORMAT,
  /** 408: the service waited too long. */
  REQUEST_TIMEOUT,
  /** 409: in conflict with what is there. */
  ALREADY_EXISTS,
  /** 429: too many requests; see {@link PartnerServiceException#retryAfter()}. */
  TOO_MANY_REQUESTS,
  /** 503: the service is busy. */
  SERVER_BUSY,
  /** 504: a gateway waited too long. */
  GATEWAY_TIMEOUT,
  /** Any other status from 500 on. */
  SERVER_ERROR,
  /** Any other status: a redirect, which is never followed, or a refusal without a name here. */
  OTHER;

  /** The category of {@code status}. */
  public static ErrorCategory of(int status) {
    return switch (status) {
      case 400 -> BAD_INPUT;
      case 401 -> UNAUTHORIZED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> INVALID_OPERATION;
      case 406 -> UNSUPPORTED_DATA_FORMAT;
      case 408 -> REQUEST_TIMEOUT;
      case 409 -> ALREADY_EXISTS;
      case 429 -> TOO_MANY_REQUESTS;
      case 503 -> SERVER_BUSY;
      case 504 -> GATEWAY_TIMEOUT;
      default -> status >= 500 ? SERVER_ERROR : OTHER;
    };
  }
}
