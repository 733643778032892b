package io.partnercenter.internal;

import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.ExportManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the files of an export that were stored: what they are, and whether all are
 * there.
 *
 * @param export what was exported, as in handles
 * @param rows what its rows are
 * @param complete whether all of {@code sizes} are there
 * @param sizes of the files, by the names they have in the folder
 */
public record FolderManifest(
    String export,
    String rows,
    boolean complete,
    ExportManifest manifest,
    Map<String, Long> sizes) {
  private static final String NAME = "manifest.json";
  private static final ObjectReader READER = Json.alone(FolderManifest.class);

  /** That of {@code directory}; null if there is none. */
  public static @Nullable FolderManifest in(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      return READER.readValue(Files.readAllBytes(file), FolderManifest.class);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  void storeIn(Path directory) {
    Path target = directory.resolve(NAME);
    try (UnfinishedFile file = UnfinishedFile.beside(target)) {
      byte[] json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
      file.write(json, json.length);
      file.force();
      file.moveTo(target, true);
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * The name that a file has in the folder: its own, but for what could lead out of it. Of a name
   * that was made so, the same.
   */
  public static String fileName(String name) {
    StringBuilder safe = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '_' || b == '%';
      if (plain && b > 0) {
        safe.append((char) b);
      } else {
        safe.append('%').append(Integer.toHexString((b & 0xFF) | 0x100).substring(1));
      }
    }
    return safe.toString();
  }
}
