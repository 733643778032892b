package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.invoices.DownloadOptions;
import io.partnercenter.testing.Answers;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk does to a file that is being filled. */
class UnfinishedFileTest {
  private static final byte[] PDF = "%PDF-1.7 %%EOF".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void aFileThatIsClosedIsGone() throws Exception {
    try (UnfinishedFile file = UnfinishedFile.beside(folder.resolve("it.pdf"))) {
      file.write(PDF, PDF.length);

      assertThat(folder.toFile().list()).singleElement().asString().startsWith(".partnercenter-");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatIsMovedStays() throws Exception {
    try (UnfinishedFile file = UnfinishedFile.beside(folder.resolve("it.pdf"))) {
      file.write(PDF, PDF.length);
      file.moveTo(folder.resolve("it.pdf"), false);
    }

    assertThat(folder.resolve("it.pdf")).hasBinaryContent(PDF);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void anAttemptBeginsWithAnEmptyFile() throws Exception {
    try (UnfinishedFile file = UnfinishedFile.nameless()) {
      file.write(new byte[100], 100);
      file.empty();
      file.write(PDF, PDF.length);

      try (InputStream stream = file.stream()) {
        assertThat(stream).hasBinaryContent(PDF);
      }
    }
  }

  @Test
  void anInterruptWhileStoringIsNoFailureOfTheDisk() {
    try (UnfinishedFile file = UnfinishedFile.beside(folder.resolve("it.pdf"))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> file.write(PDF, PDF.length))
          .isInstanceOf(InterruptedIOException.class);

      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFailureOfTheDiskIsNoneOfTheConnection() {
    UnfinishedFile file = UnfinishedFile.beside(folder.resolve("it.pdf"));
    file.close();
    Request request = new Request.Builder().url("https://localhost/").build();
    ResponseBody body = ResponseBody.create(PDF, MediaType.get("application/pdf"));

    try (Response response = Answers.of(request, 200, body)) {
      var reader = new DocumentReader(file, DownloadOptions.defaults());

      assertThatThrownBy(() -> reader.read(response, 0)).isInstanceOf(UncheckedIOException.class);
    }
  }
}
