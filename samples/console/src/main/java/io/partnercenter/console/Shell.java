package io.partnercenter.console;

import io.partnercenter.PartnerBuilder;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the program is started with, apart from its arguments. Tests bring their own.
 *
 * @param environment the variables; those that count begin with {@code PARTNER_}
 * @param out where data goes, always as UTF-8
 * @param err where notes, progress and errors go; written to by {@link #notes} only
 * @param terminal whether somebody is watching {@code out} and {@code err}
 * @param folder what paths begin at
 * @param settings the last word on how the partner is built
 * @param clock tells which month it is
 */
record Shell(
    Map<String, String> environment,
    OutputStream out,
    PrintStream err,
    boolean terminal,
    Path folder,
    UnaryOperator<PartnerBuilder> settings,
    InstantSource clock) {

  /** By the system's clock. */
  Shell(
      Map<String, String> environment,
      OutputStream out,
      PrintStream err,
      boolean terminal,
      Path folder,
      UnaryOperator<PartnerBuilder> settings) {
    this(environment, out, err, terminal, folder, settings, InstantSource.system());
  }

  /**
   * The process's own. The streams are opened anew: {@code System.out} keeps a full disk or a
   * closed pipe to itself, and writes in whatever charset the platform prefers.
   */
  static Shell ofThisProcess() {
    return new Shell(
        System.getenv(),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        isTerminal(System.console()),
        Path.of("").toAbsolutePath(),
        partner -> partner);
  }

  Notes notes() {
    return new Notes(err);
  }

  /** Where a path leads that was given by an argument or a variable. */
  Path path(String path) {
    return folder.resolve(path);
  }

  /** Some Java versions from 22 on have a console also where there is no terminal, but say so. */
  private static boolean isTerminal(Console console) {
    if (console == null) return false;
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // An older Java: it has a console only if it has a terminal.
    }
  }
}
