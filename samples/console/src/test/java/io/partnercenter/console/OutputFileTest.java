package io.partnercenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs may want the same name at the same time. */
final class OutputFileTest {
  private static final int THREADS = 8;

  @TempDir Path folder;

  @Test
  @DisplayName("C69: of all that want one name, one gets it, and its file is whole")
  void oneWins() throws Exception {
    for (int race = 0; race < 60; race++) {
      Path target = folder.resolve("rows-" + race);
      CyclicBarrier line = new CyclicBarrier(THREADS);
      List<Thread> threads =
          IntStream.range(0, THREADS).mapToObj(id -> thread(target, id, line)).toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) thread.join();

      assertThat(won(target)).singleElement().isEqualTo(Files.readString(target).strip());
    }
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  private static Thread thread(Path target, int id, CyclicBarrier line) {
    return new Thread(
        () -> {
          try (OutputFile file = OutputFile.at(new FilePlace(target, false))) {
            file.stream().write((id + "\n").getBytes(UTF_8));
            line.await();
            file.complete();
            Files.createFile(target.resolveSibling(target.getFileName() + ".won-" + id));
          } catch (FileAlreadyExistsException lost) {
            // All but one.
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<String> won(Path target) throws IOException {
    String prefix = target.getFileName() + ".won-";
    try (Stream<Path> files = Files.list(target.getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .toList();
    }
  }

  @Test
  @DisplayName("C69: a file that came while rows were fetched is kept")
  void aFileThatCameMeanwhileIsKept() throws IOException {
    Path target = folder.resolve("rows.csv");
    try (OutputFile file = OutputFile.at(FilePlace.at(target, false))) {
      file.stream().write("rows".getBytes(UTF_8));
      Files.writeString(target, "mine");

      assertThatThrownBy(file::complete)
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessage(target + ": it exists and is kept");
    }

    assertThat(target).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void whatTheDiskRefusesIsSaidOfTheFileThatWasNamed() {
    Path target = folder.resolve("missing").resolve("rows.csv");

    assertThatThrownBy(() -> OutputFile.at(FilePlace.at(target, false)))
        .hasMessage(target + ": no such file or directory");
  }
}
