package io.partnercenter.emulator;

import io.partnercenter.emulator.graph.ExportStore;
import io.partnercenter.emulator.graph.SasTokens;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.signin.TokenStore;

/**
 * The faults that change what the emulator remembers: tokens, SAS tokens and the version of the
 * data. Thread-safe.
 */
record StateFaults(TokenStore tokens, SasTokens sasTokens, ExportStore exports) {
  /** Returns whether the fault took effect at once, so that no request has to meet it. */
  boolean applyAtOnce(Fault fault) {
    if (fault instanceof Fault.TokenLife life) {
      tokens.limitRequests(life.requests());
      return true;
    }
    if (fault instanceof Fault.SasLife life) {
      sasTokens.limitRequests(life.requests());
      return true;
    }
    return false;
  }

  /** Returns a service that applies the fault of each call before it passes the call on. */
  Service before(Service service) {
    return new Service() {
      @Override
      public Response handle(Call call) {
        if (call.fault() instanceof Fault.NewDataVersion) exports.newVersion();
        if (call.fault() instanceof Fault.ExpiredTokens) tokens.expireAll();
        if (call.fault() instanceof Fault.ExpiredSas) sasTokens.revokeAll();
        return service.handle(call);
      }

      @Override
      public Response error(Fault.Status status, Call call) {
        return service.error(status, call);
      }
    };
  }

  /** Removes the limits on the uses of tokens. */
  void clear() {
    tokens.limitRequests(TokenStore.UNLIMITED);
    sasTokens.limitRequests(SasTokens.UNLIMITED);
  }
}
