package io.partnercenter.emulator;

/** The services that one server stands for. Their errors and headers have little in common. */
enum ServiceKind {
  PARTNER_CENTER,
  DIRECTORY,
  GRAPH,
  STORAGE;

  static ServiceKind of(Call call) {
    if (SignInService.isFor(call)) return DIRECTORY;
    return switch (call.path().get(0)) {
      case "graph" -> GRAPH;
      case "blobs" -> STORAGE;
      default -> PARTNER_CENTER;
    };
  }
}
