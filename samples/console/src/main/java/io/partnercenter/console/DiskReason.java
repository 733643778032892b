package io.partnercenter.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why the disk refused. Java says the common reasons by the class of the exception only. */
final class DiskReason {
  private DiskReason() {}

  /** The same failure, of the file that the user has named. */
  static IOException about(Path file, IOException e) {
    if (e instanceof FileAlreadyExistsException) return e;
    FileSystemException named = new FileSystemException(file.toString(), null, of(e));
    named.initCause(e);
    return named;
  }

  static String of(IOException e) {
    if (e instanceof FileSystemException disk && disk.getReason() != null) return disk.getReason();
    if (e instanceof NoSuchFileException) return "no such file or directory";
    if (e instanceof AccessDeniedException) return "permission denied";
    if (e instanceof NotDirectoryException) return "not a directory";
    if (e instanceof FileAlreadyExistsException) return "it exists";
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
