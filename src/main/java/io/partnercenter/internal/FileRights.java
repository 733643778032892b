package io.partnercenter.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file is and who may use it, for the file that replaces it. Kept as far as the system
 * lets: only root can give a file to another user, and a group can be given by its members only.
 *
 * @param permissions absent where there are none, as on Windows
 * @param acl absent where there is none, as on Linux
 */
record FileRights(
    UserPrincipal owner,
    @Nullable GroupPrincipal group,
    @Nullable Set<PosixFilePermission> permissions,
    @Nullable List<AclEntry> acl) {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Returns those of {@code file}; null if it is no regular file, or they cannot be read. */
  static @Nullable FileRights of(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return null;
    try {
      PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (posix != null) {
        PosixFileAttributes read = posix.readAttributes();
        return new FileRights(read.owner(), read.group(), read.permissions(), null);
      }
      AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
      return list == null ? null : new FileRights(list.getOwner(), null, null, list.getAcl());
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Returns what a file has to be made with so that nobody else can open it before it has these.
   */
  FileAttribute<?>[] atFirst() {
    return permissions == null ? new FileAttribute<?>[0] : new FileAttribute<?>[] {PRIVATE};
  }

  /** Gives these to {@code file}, as far as possible. */
  void giveTo(Path file) {
    boolean sameGroup = group == null || tried(() -> setGroup(file, group));
    tried(() -> setOwner(file));
    if (permissions != null) {
      tried(() -> Files.setPosixFilePermissions(file, sameGroup ? permissions : ofAnotherGroup()));
    }
    if (acl != null) {
      tried(() -> Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(acl));
    }
  }

  /**
   * Returns the permissions for a file that keeps its own group: its members may do what all others
   * may, and no more.
   */
  Set<PosixFilePermission> ofAnotherGroup() {
    Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission permission : Objects.requireNonNull(permissions)) {
      String name = permission.name();
      boolean ofGroup = name.startsWith("GROUP_");
      String ofOthers = name.replace("GROUP_", "OTHERS_");
      if (!ofGroup || permissions.contains(PosixFilePermission.valueOf(ofOthers))) {
        kept.add(permission);
      }
    }
    return kept;
  }

  private static void setGroup(Path file, GroupPrincipal group) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (!view.readAttributes().group().equals(group)) view.setGroup(group);
  }

  private void setOwner(Path file) throws IOException {
    FileOwnerAttributeView view = Files.getFileAttributeView(file, FileOwnerAttributeView.class);
    if (!view.getOwner().equals(owner)) view.setOwner(owner);
  }

  private static boolean tried(Change change) {
    try {
      change.make();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Something that the system may not allow. */
  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }
}
