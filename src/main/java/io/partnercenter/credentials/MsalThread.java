package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs what MSAL would run on the common pool on the thread that is signing in, which waits anyway;
 * a person with a device code would block the pool for minutes. Not before MSAL has handed out its
 * future, for it looks at that on the way, and finds null if it is too early. For one sign-in.
 */
final class MsalThread extends AbstractExecutorService {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final boolean forUser;

  /**
   * @param forUser whether the sign-in is for a user, and not for an app alone
   */
  MsalThread(boolean forUser) {
    this.forUser = forUser;
  }

  /** The token that {@code signIn} brings. */
  AccessToken run(Supplier<CompletableFuture<IAuthenticationResult>> signIn) throws Exception {
    CompletableFuture<IAuthenticationResult> future = signIn.get();
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    try {
      return token(future.join());
    } catch (CompletionException e) {
      throw MsalFailure.explained(e.getCause(), forUser);
    }
  }

  private static AccessToken token(IAuthenticationResult result) throws SignInException {
    String token = result.accessToken();
    if (token == null || token.isBlank()) {
      throw new SignInException(
          "the token endpoint answered without an access_token; check cloud and tenant id, and"
              + " whether something else answers in its place");
    }
    // OAuth only recommends expires_in; MSAL then takes the token for one that expires at once.
    Instant expiry = result.expiresOnDate().toInstant();
    return expiry.isAfter(Instant.now()) ? new AccessToken(token, expiry) : AccessToken.of(token);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
