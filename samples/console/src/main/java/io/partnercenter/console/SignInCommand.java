package io.partnercenter.console;

import io.partnercenter.credentials.AccessToken;
import io.partnercenter.credentials.DeviceCode;
import io.partnercenter.credentials.MsalCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sign-in}: a person, on a device of their own, and what that is good for. */
@Command(
    name = "sign-in",
    description = {
      "Signs a person in, in a browser and with a second factor, and says what that is good for.",
      "Takes PARTNER_TENANT and PARTNER_CLIENT_ID, of an app that allows public client flows."
    })
final class SignInCommand implements Callable<Integer> {
  @ParentCommand private PartnerConsole console;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = {
        "Keep the refresh token there, in place of what is there, readable to you alone: for",
        "PARTNER_REFRESH_TOKEN_FILE. It is worth as much as the password."
      })
  private @Nullable Path store;

  @Override
  public Integer call() throws IOException {
    console.refuseDemo("an emulator has no person to sign in");
    TokenFile file = store == null ? null : file(console.path(store));
    AtomicReference<@Nullable AccessToken> token = new AtomicReference<>();
    MsalCredentials person = console.app().deviceCode(this::show).refreshToken(new NewTokens(file));
    try (Connection connection =
        console.connect(
            request -> {
              token.set(person.token(request));
              return token.get();
            })) {
      connection.partner().invoices().summary().get();
    } finally { // The token is what it is, also if the service does not like it.
      AccessToken access = token.get();
      if (access != null) tell(SignedIn.of(access), file);
    }
    return 0;
  }

  /** Before a person goes to lengths for a token that cannot be kept. */
  private static TokenFile file(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path) || folder == null || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "--store is a file in a folder that is there, not " + path);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IllegalArgumentException("--store: " + path + " is no regular file");
    }
    return new TokenFile(path);
  }

  private void show(DeviceCode code) {
    console.note(
        "To sign in, open "
            + code.verificationUri()
            + " on any device, and enter the code "
            + code.userCode()
            + " within "
            + code.expiresIn().toMinutes()
            + " minutes. Waiting ...");
  }

  private void tell(SignedIn signedIn, @Nullable TokenFile file) throws IOException {
    console.output().all(console.format(), SignedIn.class, Columns.SIGNED_IN, List.of(signedIn));
    if (file == null) {
      console.note("Nothing has been stored; --store FILE keeps the refresh token.");
      return;
    }
    console.note(
        "Stored a refresh token in "
            + file.file()
            + ". Whoever has it can act as this user, as with a password: it is readable to you"
            + " alone, and belongs into no backup and no repository. A vault is the better place.");
  }
}
