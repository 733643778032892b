package io.partnercenter.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several that want to make one file at the same moment. */
class OneWinnerTest {
  private static final int RACES = 1_000;
  private static final int THREADS = 8;
  private static final int PROCESSES = 4;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"links", "no links"})
  @DisplayName("C75: of threads that want one file, one gets it")
  void ofThreadsOneGetsIt(String means) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier line = new CyclicBarrier(THREADS);
    try {
      for (int race = 0; race < RACES; race++) {
        Path target = folder.resolve("race-" + race);
        List<Future<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          String text = "thread " + i;
          ends.add(
              threads.submit(
                  () -> RaceJob.isFirst(target, text, means.equals("links"), () -> await(line))));
        }
        List<String> winners = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          if (ends.get(i).get(20, TimeUnit.SECONDS)) winners.add("thread " + i);
        }

        assertThat(winners).as("race %s", race).hasSize(1);
        assertThat(target).hasContent(winners.get(0));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folder.toFile().list()).hasSize(means.equals("links") ? RACES : RACES + 1);
  }

  private static void await(CyclicBarrier line) {
    try {
      line.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"links", "no links"})
  @DisplayName("C75: of processes that want one file, one gets it")
  void ofProcessesOneGetsIt(String means) throws Exception {
    List<Racer> racers = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) racers.add(Racer.start("process " + i, means));
      for (int race = 0; race < RACES; race++) {
        Path target = folder.resolve("race-" + race);
        for (Racer racer : racers) racer.orders.println(target);
        List<String> winners = new ArrayList<>();
        for (Racer racer : racers) {
          if (racer.won()) winners.add(racer.name);
        }

        assertThat(winners).as("race %s", race).hasSize(1);
        assertThat(target).hasContent(winners.get(0));
      }
    } finally {
      for (Racer racer : racers) racer.process.destroy();
    }
    assertThat(folder.toFile().list()).hasSize(means.equals("links") ? RACES : RACES + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"links", "no links"})
  @DisplayName("C75: a process that is killed leaves whole files or none, and keeps nobody out")
  void aProcessThatIsKilledLeavesNoPart(String means) throws Exception {
    for (int i = 0; i < 10; i++) {
      Racer racer = Racer.start("process", means);
      for (int race = 0; race < 100; race++) racer.orders.println(folder.resolve(i + "-" + race));
      for (int race = 0; race < 5 * i; race++) assertThat(racer.won()).isTrue();
      racer.process.destroyForcibly().waitFor();
    }
    assertThat(RaceJob.isFirst(folder.resolve("after"), "process", means.equals("links"))).isTrue();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> !file.getFileName().toString().startsWith(".")))
          .hasSizeGreaterThan(200)
          .allSatisfy(file -> assertThat(file).hasContent("process"));
    }
  }

  private record Racer(String name, Process process, PrintStream orders, BufferedReader ends) {
    static Racer start(String name, String means) throws Exception {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx32m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:-UsePerfData",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RaceJob.class.getName(),
                  name,
                  means)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Racer(
          name,
          process,
          new PrintStream(process.getOutputStream(), true, UTF_8),
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
    }

    boolean won() throws Exception {
      String end = ends.readLine();
      assertThat(end).as("what %s says", name).isIn("won", "lost");
      return end.equals("won");
    }
  }
}
