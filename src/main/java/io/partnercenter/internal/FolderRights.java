package io.partnercenter.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose the files of an export are to be, in a folder that had files before. Those that are
 * replaced pass on their rights, even if they are deleted first. Others get those of the manifest
 * that was there.
 */
record FolderRights(Map<Path, FileRights> own, @Nullable FileRights others) {
  /**
   * Looks at the files in {@code found}.
   *
   * @param others for all other files; null for those of any file this process makes
   */
  static FolderRights of(List<Path> found, @Nullable FileRights others) {
    Map<Path, FileRights> own = new HashMap<>();
    for (Path file : found) {
      FileRights rights = FileRights.of(file);
      if (rights != null) own.put(file, rights);
    }
    return new FolderRights(own, others);
  }

  /** Begins a file that is to become {@code target}. */
  UnfinishedFile begin(Path target) {
    return UnfinishedFile.beside(target, own.getOrDefault(target, others));
  }
}
