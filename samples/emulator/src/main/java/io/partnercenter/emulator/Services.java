package io.partnercenter.emulator;

/** All that answers requests, each service below its own path. */
record Services(
    AccessControl accessControl,
    SignInService signIn,
    BillingService partnerCenter,
    GraphService graph,
    StorageService storage,
    ExportStore exports) {

  static Services of(
      Tenant tenant,
      Directory directory,
      AccessControl accessControl,
      RefreshTokenStore refreshTokens,
      ExportStore exports,
      SasTokens sas,
      EmulatorBuilder options) {
    ExportOptions export = options.exports();
    ExportFiles files = new ExportFiles(export, new GzipMembers(export, options.cacheBytes()));
    ManifestJson manifests = new ManifestJson(exports, files, sas, directory, export);
    return new Services(
        accessControl,
        SignInService.of(directory, accessControl, refreshTokens, options),
        new BillingService(
            tenant,
            new RenderedLineCache(options.cacheBytes()),
            new DocumentHandler(tenant, options)),
        new GraphService(
            accessControl,
            new StartExportHandler(tenant, exports, export),
            new ExportResultHandler(exports, manifests, export, options.clock())),
        new StorageService(exports, files, sas, directory, export),
        exports);
  }

  Response handle(Call call) {
    if (call.fault() instanceof Fault.NewDataVersion) exports.newVersion();
    if (call.fault() instanceof Fault.ExpiredTokens) accessControl.tokens().expireAll();
    if (call.fault() instanceof Fault.ExpiredSas) storage.expireKeys();
    return switch (ServiceKind.of(call)) {
      case DIRECTORY -> signIn.handle(call);
      case GRAPH -> graph.handle(call);
      case STORAGE -> storage.handle(call);
      case PARTNER_CENTER ->
          partnerCenter.handle(call, accessControl.authorize(call.header("Authorization")));
    };
  }
}
