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
      BillingAccount account,
      Directory directory,
      AccessControl accessControl,
      RefreshTokenStore refreshTokens,
      ExportStore exports,
      SasTokens sas,
      EmulatorSettings settings) {
    ExportSettings export = settings.exports();
    ExportFiles files =
        new ExportFiles(export.files(), new GzipMembers(export.lines(), settings.cacheBytes()));
    ManifestJson manifests = new ManifestJson(exports, files, sas, directory, export.files());
    return new Services(
        accessControl,
        SignInService.of(directory, accessControl, refreshTokens, settings),
        new BillingService(
            account,
            new RenderedLineCache(settings.cacheBytes()),
            new DocumentHandler(account, settings)),
        new GraphService(
            accessControl,
            new StartExportHandler(account, exports, export.operations()),
            new ExportResultHandler(exports, manifests, export.operations(), settings.clock())),
        new StorageService(exports, files, sas, directory, export.files()),
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
