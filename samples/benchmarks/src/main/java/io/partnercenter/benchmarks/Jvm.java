package io.partnercenter.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** JVMs with the class path of this one. */
final class Jvm {
  private Jvm() {}

  /** Starts one, to be read from. */
  static Process start(List<String> options, Class<?> main, String... args) throws IOException {
    return command(options, main, args).start();
  }

  /** Runs one to its end, with its output among ours. */
  static void run(List<String> options, Class<?> main, String... args)
      throws IOException, InterruptedException {
    int status = command(options, main, args).redirectOutput(Redirect.INHERIT).start().waitFor();
    if (status != 0) throw new IllegalStateException(main + " ended with " + status);
  }

  private static ProcessBuilder command(List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT);
  }
}
