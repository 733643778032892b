package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that wants the file whose name it reads from standard input, one a line, at the same
 * time as others do, and says each time whether it got it.
 */
final class RaceJob {
  private RaceJob() {}

  public static void main(String[] args) throws IOException {
    boolean links = args[1].equals("links");
    BufferedReader names = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      System.out.println(isFirst(Path.of(name), args[0], links) ? "won" : "lost");
    }
  }

  /** Whether a file that says {@code text} became {@code target}. */
  static boolean isFirst(Path target, String text, boolean links) {
    return isFirst(target, text, links, () -> {});
  }

  static boolean isFirst(Path target, String text, boolean links, Runnable line) {
    try (UnfinishedFile file = UnfinishedFile.beside(target)) {
      byte[] bytes = text.getBytes(UTF_8);
      file.write(bytes, bytes.length);
      line.run();
      file.moveTo(target, false, links ? Files::createLink : RaceJob::refuse);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileAlreadyExistsException) return false;
      throw e;
    }
  }

  /** As on FAT. */
  private static void refuse(Path link, Path existing) throws IOException {
    throw new FileSystemException(link.toString(), existing.toString(), "Operation not permitted");
  }
}
