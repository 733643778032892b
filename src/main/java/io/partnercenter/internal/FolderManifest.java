package io.partnercenter.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.ExportManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Devices, which Windows finds in any folder, and the manifest itself. */
  private static final Pattern TAKEN =
      Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9])(\\..*)?|" + Pattern.quote(NAME));

  /** What a terminal obeys, or shows in another order than it is in. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private static final int TEXT_SHOWN = 300;

  private static final ObjectReader READER = Json.alone(FolderManifest.class);

  /** That of {@code directory}; null if there is none. */
  public static @Nullable FolderManifest in(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      FolderManifest read = READER.readValue(Files.readAllBytes(file), FolderManifest.class);
      Arguments.check(isWhole(read), "%s is not the manifest of an export", file);
      return read;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + shown(e.toString()), clean(e));
    }
  }

  /** Causes are printed, too, and what Jackson says quotes the file. */
  private static IOException clean(IOException e) {
    if (!(e instanceof JacksonException)) return e;
    IOException clean = new IOException(shown(e.toString()));
    clean.setStackTrace(e.getStackTrace());
    return clean;
  }

  /** {@code text} of a manifest, as it is printed: whoever can write to the folder may forge it. */
  public static String shown(String text) {
    String clean = Redaction.redact(CONTROLS.matcher(text).replaceAll(" "));
    return Redaction.cut(clean, TEXT_SHOWN);
  }

  /**
   * That of {@code directory}; null if there is none.
   *
   * @throws IllegalArgumentException if it is of another export than {@code request}
   */
  static @Nullable FolderManifest in(Path directory, ExportRequest<?> request) {
    FolderManifest found = in(directory);
    if (found == null || found.export.equals(request.identity())) return found;
    throw new IllegalArgumentException(
        "in %s is the export %s, which is left as it is: store %s in another folder"
            .formatted(directory, shown(found.export), request.identity()));
  }

  /** Whoever has access to the folder may have written anything into it. */
  private static boolean isWhole(@Nullable FolderManifest read) {
    return read != null
        && Stream.of(read.export, read.rows, read.manifest, read.sizes).allMatch(Objects::nonNull)
        && read.sizes.values().stream().allMatch(Objects::nonNull)
        && read.sizes.keySet().stream().noneMatch(name -> isHidden(fileName(name)));
  }

  /** Whether a file of that name would be hidden, as those of shells and other programs are. */
  static boolean isHidden(String fileName) {
    return fileName.startsWith(".");
  }

  /** Returns whose the manifest in {@code directory} is; null if there is none. */
  static @Nullable FileRights rights(Path directory) {
    return FileRights.of(directory.resolve(NAME));
  }

  /** Fails if no manifest could be stored in {@code directory}. */
  static void checkWritable(Path directory) {
    UnfinishedFile.beside(directory.resolve(NAME)).close();
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
   * The name that a file has in the folder: its own, but for what could lead out of it, and what
   * some system takes for another. Of a name that was made so, the same.
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
    return unlessTaken(safe.toString());
  }

  private static String unlessTaken(String name) {
    if (name.endsWith(".")) return name.substring(0, name.length() - 1) + "%2e";
    if (!TAKEN.matcher(name).matches()) return name;
    return "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
  }
}
