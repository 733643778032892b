package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles each Java block of the README, and of the page for those who come from Microsoft's SDKs.
 */
class ReadmeTest {
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
      import java.io.InputStream;
      import java.math.BigDecimal;
      import java.net.Proxy;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.Stream;
      import okhttp3.*;
      import org.slf4j.MDC;

      class Readme {
        interface Vault { String token(); }
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
        interface Meters {
          Timer timer(String name, String operation, boolean succeeded);
          Counter counter(String name);
        }
        interface Timer { void record(Duration duration); }
        interface Counter { void add(int count); }
        interface Context { // OpenTelemetry's.
          static Executor taskWrapping(Executor executor) { return executor; }
        }

        // Fields, which the blocks' own variables may hide.
        IPartner partner;
        Vault vault;
        Ledger ledger;
        TokenCredential azure;
        RefreshTokenStore refreshTokens;
        String tenantId;
        String clientId;
        char[] password;
        Meters meters;
        Proxy proxy;
        String jobId;
        PartnerCredentials credentials;

        void block() throws Exception {
      %s
        }
      }
      """;

  @TempDir Path classes;

  static Stream<String> blocks() throws Exception {
    String pages =
        Files.readString(Path.of("README.md"))
            + Files.readString(Path.of("src", "site", "markdown", "migration.md"));
    List<String> blocks =
        Pattern.compile("(?ms)^```java\\R(.*?)^```")
            .matcher(pages)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(8);
    return blocks.stream();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void compiles(String block) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    compiler
        .getTask(
            null,
            null,
            problems,
            List.of("-d", classes.toString(), "-proc:none"),
            null,
            List.of(source(AROUND.formatted(block))))
        .call();

    List<Diagnostic<?>> errors = new ArrayList<>(problems.getDiagnostics());
    errors.removeIf(problem -> problem.getKind() != Diagnostic.Kind.ERROR);
    assertThat(errors).as(block).isEmpty();
  }

  private static JavaFileObject source(String code) {
    return new SimpleJavaFileObject(
        URI.create("string:///Readme.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}
