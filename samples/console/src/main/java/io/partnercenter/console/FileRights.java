package io.partnercenter.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Hands the owner and the permissions of a file on to the file that replaces it. */
final class FileRights {
  private FileRights() {}

  static void keep(Path from, Path to) throws IOException {
    PosixFileAttributeView old = view(from);
    if (old == null) return; // Windows: a new file inherits the list of its folder.
    keepOwner(from, to);
    view(to).setPermissions(old.readAttributes().permissions());
  }

  /** Only root can give a file away; anybody else replaces it with one of their own. */
  static void keepOwner(Path from, Path to) throws IOException {
    PosixFileAttributeView view = view(to);
    if (view == null) return;
    PosixFileAttributes old = view(from).readAttributes();
    PosixFileAttributes fresh = view.readAttributes();
    try {
      if (!fresh.group().equals(old.group())) view.setGroup(old.group());
      if (!fresh.owner().equals(old.owner())) view.setOwner(old.owner());
    } catch (IOException e) {
      // Not allowed.
    }
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
