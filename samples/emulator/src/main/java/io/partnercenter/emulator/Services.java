package io.partnercenter.emulator;

/** All that answers requests, each service below its own path. */
record Services(
    Gate gate, SignIn signIn, Routes partnerCenter, Graph graph, Storage storage, Exports exports) {

  static Services of(
      Tenant tenant,
      Directory directory,
      Gate gate,
      RefreshTokens refreshTokens,
      Exports exports,
      Sas sas,
      EmulatorBuilder options) {
    ExportOptions export = options.exports();
    ExportFiles files = new ExportFiles(export, new Members(export, options.cacheBytes()));
    ManifestJson manifests = new ManifestJson(exports, files, sas, directory, export);
    return new Services(
        gate,
        SignIn.of(directory, gate, refreshTokens, options),
        new Routes(
            tenant, new RenderedLines(options.cacheBytes()), new Statements(tenant, options)),
        new Graph(
            gate,
            new StartExport(tenant, exports, export),
            new ExportAnswers(exports, manifests, export, options.clock())),
        new Storage(exports, files, sas, directory, export),
        exports);
  }

  Answer answer(Call call) {
    if (call.fault() instanceof Fault.NewDataVersion) exports.newVersion();
    if (call.fault() instanceof Fault.ExpiredTokens) gate.tokens().expire();
    if (call.fault() instanceof Fault.ExpiredSas) storage.expireKeys();
    return switch (Surface.of(call)) {
      case DIRECTORY -> signIn.answer(call);
      case GRAPH -> graph.answer(call);
      case STORAGE -> storage.answer(call);
      case PARTNER_CENTER -> partnerCenter.answer(call, gate.admit(call.header("Authorization")));
    };
  }
}
