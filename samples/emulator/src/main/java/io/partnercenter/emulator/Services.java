package io.partnercenter.emulator;

/** All that answers requests, each service below its own path. */
record Services(
    AccessControl gate,
    SignInService signIn,
    BillingService partnerCenter,
    GraphService graph,
    StorageService storage,
    ExportStore exports) {

  static Services of(
      Tenant tenant,
      Directory directory,
      AccessControl gate,
      RefreshTokenStore refreshTokens,
      ExportStore exports,
      SasTokens sas,
      EmulatorBuilder options) {
    ExportOptions export = options.exports();
    ExportFiles files = new ExportFiles(export, new GzipMembers(export, options.cacheBytes()));
    ManifestJson manifests = new ManifestJson(exports, files, sas, directory, export);
    return new Services(
        gate,
        SignInService.of(directory, gate, refreshTokens, options),
        new BillingService(
            tenant,
            new RenderedLineCache(options.cacheBytes()),
            new DocumentHandler(tenant, options)),
        new GraphService(
            gate,
            new StartExportHandler(tenant, exports, export),
            new ExportResultHandler(exports, manifests, export, options.clock())),
        new StorageService(exports, files, sas, directory, export),
        exports);
  }

  Response answer(Call call) {
    if (call.fault() instanceof Fault.NewDataVersion) exports.newVersion();
    if (call.fault() instanceof Fault.ExpiredTokens) gate.tokens().expire();
    if (call.fault() instanceof Fault.ExpiredSas) storage.expireKeys();
    return switch (ServiceKind.of(call)) {
      case DIRECTORY -> signIn.answer(call);
      case GRAPH -> graph.answer(call);
      case STORAGE -> storage.answer(call);
      case PARTNER_CENTER -> partnerCenter.answer(call, gate.admit(call.header("Authorization")));
    };
  }
}
