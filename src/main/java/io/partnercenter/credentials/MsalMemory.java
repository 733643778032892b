package io.partnercenter.credentials;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An app's access tokens, which outlive the MSAL client that fetched them. Two sign-ins at once may
 * forget the token of one, which costs a request and nothing else.
 */
final class MsalMemory implements ITokenCacheAccessAspect {
  private final AtomicReference<String> cache = new AtomicReference<>("");

  @Override
  public void beforeCacheAccess(ITokenCacheAccessContext context) {
    context.tokenCache().deserialize(cache.get());
  }

  @Override
  public void afterCacheAccess(ITokenCacheAccessContext context) {
    if (context.hasCacheChanged()) cache.set(context.tokenCache().serialize());
  }
}
