package io.partnercenter.emulator.server;

import java.util.List;
import java.util.Set;

/** The services that one server stands for. Their errors and headers have little in common. */
public enum ServiceKind {
  PARTNER_CENTER,
  DIRECTORY,
  GRAPH,
  STORAGE;

  /** The second segment; the first is a tenant. */
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
