package io.partnercenter.emulator;

import java.time.InstantSource;
import java.util.List;

/** The part of the server that signs in: which of its endpoints a path leads to. */
final class SignInService {
  private final Directory directory;
  private final TokenEndpoint tokens;
  private final DeviceCodes deviceCodes;
  private final ClientAuthentication client;
  private final InstantSource clock;

  private SignInService(
      Directory directory, TokenEndpoint tokens, DeviceCodes deviceCodes, InstantSource clock) {
    this.directory = directory;
    this.tokens = tokens;
    this.deviceCodes = deviceCodes;
    this.client = new ClientAuthentication(directory, clock);
    this.clock = clock;
  }

  static SignInService of(
      Directory directory,
      AccessControl gate,
      RefreshTokenStore refreshTokens,
      EmulatorBuilder options) {
    DeviceCodes deviceCodes = new DeviceCodes(options.seed(), options.devicePolls());
    TokenIssuer accessTokens =
        new TokenIssuer(directory, gate.tokens(), gate.mfa(), options.tokenLife());
    TokenEndpoint tokens =
        new TokenEndpoint(directory, accessTokens, refreshTokens, deviceCodes, options.clock());
    return new SignInService(directory, tokens, deviceCodes, options.clock());
  }

  static boolean isFor(Call call) {
    List<String> path = call.path();
    return path.size() >= 3 && List.of("oauth2", "discovery").contains(path.get(1));
  }

  /** An answer of the directory, which nobody may store. */
  Response answer(Call call) {
    return anyAnswer(call).with("Cache-Control", "no-store, no-cache").with("Pragma", "no-cache");
  }

  private Response anyAnswer(Call call) {
    try {
      if (call.fault() instanceof Fault.SignInRefused refused) {
        throw SignInErrorException.of(refused.code());
      }
      return route(call);
    } catch (SignInErrorException refusal) {
      boolean newer = call.path().contains("v2.0");
      return refusal.answer(newer, call.header("client-request-id"), clock.instant());
    }
  }

  private Response route(Call call) {
    String tenant = call.path().get(0);
    String endpoint = String.join("/", call.path().subList(1, call.path().size()));
    return switch (endpoint) {
      case "discovery/instance" -> InstanceDiscovery.answer(call.query());
      case "oauth2/token" -> tokens.older(form(tenant, call));
      case "oauth2/v2.0/token" -> tokens.newer(form(tenant, call));
      case "oauth2/v2.0/devicecode" -> device(form(tenant, call));
      default -> Response.text(404, "text/html", ErrorResponses.HTML);
    };
  }

  private SignInForm form(String tenant, Call call) {
    if (!call.method().equals("POST")) throw SignInErrorException.of(900561);
    if (!directory.isKnownAs(tenant)) throw SignInErrorException.of(90002);
    return SignInForm.of(call);
  }

  private Response device(SignInForm form) {
    client.identify(form);
    form.required("scope");
    return deviceCodes.begin();
  }
}
