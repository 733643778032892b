package io.partnercenter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles the Java blocks of a page: a whole program as it is, anything else as the body of a
 * method, among stand-ins such as {@code ledger} for what the reader's own program has.
 */
public final class JavaBlocks {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record|interface) (\\w+)");

  /** What the modules compile, read once. */
  private static final Map<Path, List<String>> SOURCES = new ConcurrentHashMap<>();

  private static final String AROUND =
      """
      import com.azure.core.credential.TokenCredential;
      import com.azure.core.credential.TokenRequestContext;
      import io.partnercenter.*;
      import io.partnercenter.credentials.*;
      import io.partnercenter.errors.*;
      import io.partnercenter.exports.*;
      import io.partnercenter.invoices.*;
      import io.partnercenter.models.*;
      import io.partnercenter.transport.*;
      import java.io.*;
      import java.math.BigDecimal;
      import java.net.URI;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.Stream;
      import okhttp3.*;

      class %s {
        interface Vault {
          String token();
          String read(String name);
          void write(String name, String value);
        }
        interface Ledger {
          void add(Object row);
          void inTransaction(Runnable work);
          void setCursor(String text);
          void setAside(int page, int row, String json);
          Optional<String> cursor();
          Optional<String> exportHandle();
          void setExportHandle(String text);
          void forgetExportHandle();
          boolean knows(String eTag);
        }
        interface Workers { void send(Object task); }

        // Fields, which the blocks' own variables may hide.
        IPartner partner;
        Vault vault;
        Ledger ledger;
        TokenCredential azure;
        RefreshTokenStore refreshTokens;
        String tenantId;
        String clientId;
        char[] password;
        Workers workers;
        String jobId;
        PartnerCredentials credentials;
        PartnerListener listener;

        void block() throws Exception {
      %s
        }
      }
      """;

  private JavaBlocks() {}

  /** The errors of the compiler, each with the block that it is about; none if all compile. */
  public static List<String> errors(List<String> blocks, Path classes) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String block : blocks) sources.add(source(block, "Block" + sources.size()));
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            problems,
            List.of("-d", classes.toString(), "-proc:none", "--release", "17"),
            null,
            sources)
        .call();
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> problem + "\nin\n" + text(problem.getSource()))
        .toList();
  }

  /** Whether {@code block} is a program or a type, and not a part of one. */
  public static boolean isWhole(String block) {
    return TYPE.matcher(block).find();
  }

  /** Whether {@code block} is a part of a file that the module in {@code folder} compiles. */
  public static boolean isCompiledIn(Path folder, String block) {
    String wanted = lines(block);
    return SOURCES.computeIfAbsent(folder, JavaBlocks::sources).stream()
        .anyMatch(source -> source.contains(wanted));
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> lines(Page.read(file).text()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines without their indentation, between line breaks. */
  private static String lines(String code) {
    StringBuilder lines = new StringBuilder("\n");
    code.strip().lines().forEach(line -> lines.append(line.strip()).append('\n'));
    return lines.toString();
  }

  private static JavaFileObject source(String block, String name) {
    Matcher type = TYPE.matcher(block);
    boolean whole = type.find();
    return new Source(whole ? type.group(1) : name, whole ? block : AROUND.formatted(name, block));
  }

  private static String text(JavaFileObject source) {
    return source instanceof Source block ? block.code : String.valueOf(source);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
