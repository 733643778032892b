package io.partnercenter.emulator;

import io.partnercenter.emulator.graph.ExportStore;
import io.partnercenter.emulator.graph.SasTokens;
import io.partnercenter.emulator.server.Call;
import io.partnercenter.emulator.server.Response;
import io.partnercenter.emulator.server.Service;
import io.partnercenter.emulator.signin.TokenStore;

/**
 * The faults that change the emulator's state: its tokens, SAS tokens and data version.
 * Thread-safe.
 */
record StateFaults(TokenStore tokens, SasTokens sasTokens, ExportStore exports) {
  /** Applies a fault that takes effect without a request. Returns false for all other faults. */
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

  /** Returns a service that applies the fault of a call and then passes the call on. */
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

  /** Removes the limits on the use of tokens and SAS tokens. */
  void clear() {
    tokens.removeLimit();
    sasTokens.removeLimit();
  }
}
