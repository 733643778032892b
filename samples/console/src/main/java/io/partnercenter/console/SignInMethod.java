package io.partnercenter.console;

import static io.partnercenter.console.Variables.CERTIFICATE;
import static io.partnercenter.console.Variables.CERTIFICATE_PASSWORD;
import static io.partnercenter.console.Variables.CLIENT_ID;
import static io.partnercenter.console.Variables.CLIENT_SECRET;
import static io.partnercenter.console.Variables.REFRESH_TOKEN_FILE;
import static io.partnercenter.console.Variables.TENANT;
import static io.partnercenter.console.Variables.TOKEN;

import io.partnercenter.credentials.MsalClient;
import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.credentials.SignInException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to sign in to a tenant, as the variables have it. No request is made yet. */
final class SignInMethod {
  private static final int LONGEST_NAME = 80;
  private static final List<String> WITHOUT_TOKEN =
      List.of(CLIENT_ID, CLIENT_SECRET, CERTIFICATE, CERTIFICATE_PASSWORD, REFRESH_TOKEN_FILE);

  private final Variables variables;
  private final Shell shell;

  private SignInMethod(Variables variables, Shell shell) {
    this.variables = variables;
    this.shell = shell;
  }

  static SignInMethod of(Shell shell) {
    return new SignInMethod(new Variables(shell.environment()), shell);
  }

  /** A ready-made token, or an app by itself, or an app together with a user. */
  PartnerCredentials credentials() {
    String token = variables.find(TOKEN);
    if (token != null) {
      for (String other : WITHOUT_TOKEN) variables.refuseBoth(TOKEN, other);
      return PartnerCredentials.bearer(() -> token);
    }
    checkProofs();
    boolean proves = variables.has(CLIENT_SECRET) || variables.has(CERTIFICATE);
    if (variables.has(REFRESH_TOKEN_FILE)) {
      return proves ? proven().refreshToken(refreshTokens()) : unattended(refreshTokens());
    }
    if (proves) return proven();
    throw new IllegalArgumentException(incomplete());
  }

  /** Names what is missing for each way to sign in. Nothing that proves an identity is set. */
  private String incomplete() {
    String registration =
        Stream.of(TENANT, CLIENT_ID)
            .filter(name -> !variables.has(name))
            .map(name -> name + ", ")
            .collect(Collectors.joining());
    return "Credentials are missing. For a bearer token: "
        + TOKEN
        + "; for an app: "
        + registration
        + CLIENT_SECRET
        + " or "
        + CERTIFICATE
        + "; for a user: "
        + registration
        + REFRESH_TOKEN_FILE
        + ". For made-up data of an emulator: --demo";
  }

  /** The app registration, which has yet to say how it proves itself. */
  MsalClient app() {
    if (variables.has(TOKEN)) {
      throw new IllegalArgumentException(TOKEN + " is set, and does not need to be signed in for");
    }
    return MsalCredentials.of(variables.cloud(), variables.need(TENANT), variables.need(CLIENT_ID));
  }

  private void checkProofs() {
    variables.refuseBoth(CLIENT_SECRET, CERTIFICATE);
    variables.refuseBoth(CLIENT_SECRET, CERTIFICATE_PASSWORD);
    if (variables.has(CERTIFICATE_PASSWORD)) variables.need(CERTIFICATE);
  }

  private MsalCredentials proven() {
    return variables.has(CERTIFICATE)
        ? certificate()
        : app().clientSecret(variables.need(CLIENT_SECRET));
  }

  /** An app without a secret lives on what sign-in has stored, with nobody there to ask. */
  private PartnerCredentials unattended(TokenFile tokens) {
    String problem =
        "the refresh token in " + tokens.file() + " is not good; sign-in --store gets another";
    MsalCredentials person =
        app()
            .deviceCode(
                code -> {
                  throw new NoTokenException(problem);
                })
            .refreshToken(tokens);
    return request -> {
      try {
        return person.token(request);
      } catch (NoTokenException e) {
        throw new SignInException(problem);
      }
    };
  }

  private MsalCredentials certificate() {
    Path file = shell.path(variables.need(CERTIFICATE));
    try {
      return app().certificate(file, variables.password());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          CERTIFICATE + " cannot be used: " + (isShown(file) ? e : "there is no such file"),
          isShown(file) ? e : null);
    }
  }

  /** What is longer than names of files are may be what should be in the file. */
  private static boolean isShown(Path file) {
    return String.valueOf(file.getFileName()).length() <= LONGEST_NAME;
  }

  private TokenFile refreshTokens() {
    Path file = shell.path(variables.need(REFRESH_TOKEN_FILE));
    if (!Files.exists(file)) {
      throw new NoTokenException(
          REFRESH_TOKEN_FILE
              + (isShown(file) ? " is " + file + ", which" : " names a file that")
              + " is not there; sign-in --store makes it");
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          REFRESH_TOKEN_FILE
              + " is "
              + file
              + ", which is no regular file: the next refresh token could not be kept in it");
    }
    return new TokenFile(file);
  }
}
