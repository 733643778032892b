package io.partnercenter.emulator.signin;

import io.partnercenter.emulator.EmulatorSettings;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.support.ErrorPage;
import java.time.InstantSource;

/** The directory: token endpoints, device codes and instance discovery. */
public final class SignInService implements Service {
  private final Directory directory;
  private final TokenEndpoint tokens;
  private final DeviceCodes deviceCodes;
  private final ClientAuthentication clientAuthentication;
  private final InstantSource clock;

  private SignInService(
      Directory directory, TokenEndpoint tokens, DeviceCodes deviceCodes, InstantSource clock) {
    this.directory = directory;
    this.tokens = tokens;
    this.deviceCodes = deviceCodes;
    this.clientAuthentication = new ClientAuthentication(directory, clock);
    this.clock = clock;
  }

  public static SignInService of(
      Directory directory,
      AccessControl accessControl,
      RefreshTokenStore refreshTokens,
      EmulatorSettings settings) {
    DeviceCodes deviceCodes = new DeviceCodes(settings.seed(), settings.devicePolls());
    TokenIssuer tokenIssuer =
        new TokenIssuer(
            directory, accessControl.tokens(), accessControl.mfa(), settings.tokenLife());
    TokenEndpoint tokens =
        new TokenEndpoint(directory, tokenIssuer, refreshTokens, deviceCodes, settings.clock());
    return new SignInService(directory, tokens, deviceCodes, settings.clock());
  }

  @Override
  public Response handle(Call call) {
    return respond(call).with("Cache-Control", "no-store, no-cache").with("Pragma", "no-cache");
  }

  private Response respond(Call call) {
    try {
      if (call.fault() instanceof Fault.SignInRefused refused) {
        throw SignInErrorException.of(refused.code());
      }
      return route(call);
    } catch (SignInErrorException error) {
      boolean v2 = call.path().contains("v2.0");
      return error.response(v2, call.header("client-request-id"), clock.instant());
    }
  }

  private Response route(Call call) {
    String tenant = call.path().get(0);
    String endpoint = String.join("/", call.path().subList(1, call.path().size()));
    return switch (endpoint) {
      case "discovery/instance" -> InstanceDiscovery.response(call.query());
      case "oauth2/token" -> tokens.v1(form(tenant, call));
      case "oauth2/v2.0/token" -> tokens.v2(form(tenant, call));
      case "oauth2/v2.0/devicecode" -> startDeviceCode(form(tenant, call));
      default -> Response.text(404, "text/html", ErrorPage.HTML);
    };
  }

  private SignInForm form(String tenant, Call call) {
    if (!call.method().equals("POST")) throw SignInErrorException.of(900561);
    if (!directory.matches(tenant)) throw SignInErrorException.of(90002);
    return SignInForm.of(call);
  }

  private Response startDeviceCode(SignInForm form) {
    clientAuthentication.checkClientId(form);
    form.required("scope");
    return deviceCodes.start();
  }
}
