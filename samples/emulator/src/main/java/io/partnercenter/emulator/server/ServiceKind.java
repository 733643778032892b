package io.partnercenter.emulator.server;

import java.util.List;
import java.util.Set;

/** The services that one server emulates. They differ in errors and headers. */
public enum ServiceKind {
  PARTNER_CENTER,
  DIRECTORY,
  GRAPH,
  STORAGE;

  /** The second path segments of the directory. The first is a tenant. */
  private static final Set<String> DIRECTORY_PATHS = Set.of("oauth2", "discovery");

  static ServiceKind of(Call call) {
    List<String> path = call.path();
    if (path.size() >= 3 && DIRECTORY_PATHS.contains(path.get(1))) return DIRECTORY;
    return switch (path.get(0)) {
      case "graph" -> GRAPH;
      case "blobs" -> STORAGE;
      default -> PARTNER_CENTER;
    };
  }
}
