package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.exports.ExportCollectionOperations;
import io.partnercenter.exports.ExportFolder;
import io.partnercenter.exports.ExportHandle;
import io.partnercenter.exports.ExportOperations;
import io.partnercenter.exports.RunningExport;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.ExportStatus;
import io.partnercenter.models.ManifestBlob;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts an export, or goes on with the one that an earlier run has started. */
final class ExportRun<T> {
  private final PartnerConsole console;
  private final ExportArguments arguments;
  private final ExportAge age;
  private final ExportReport<T> report;
  private final ExportProgress progress;
  private final StateFile state;

  ExportRun(
      PartnerConsole console,
      ExportArguments arguments,
      ExportAge age,
      ExportReport<T> report,
      ExportProgress progress) {
    this.console = console;
    this.arguments = arguments;
    this.age = age;
    this.report = report;
    this.progress = progress;
    this.state = arguments.stateFile();
  }

  int of(IPartner partner, Function<ExportCollectionOperations, ExportOperations<T>> what)
      throws IOException {
    IPartner heard = partner.with(RequestOptions.defaults().listener(progress));
    ExportOperations<T> export =
        what.apply(heard.exports()).attributes(arguments.attributes()).with(arguments.options());
    RunningExport<T> running = pickUp(export, state.read());
    if (running == null) {
      running = export.start();
      state.write(running.handle());
    }
    try {
      int code = finish(running);
      state.remove();
      return code;
    } catch (PartnerExportException | PartnerDataException e) {
      state.remove(); // Reading the same once more would end the same way, night after night.
      throw e;
    } catch (ExportFailure e) {
      if (!e.isWorthPickingUp()) state.remove();
      throw e;
    }
  }

  private int finish(RunningExport<T> running) throws IOException {
    ExportManifest manifest =
        ExportWait.of(arguments.options().patience()).until(running, progress);
    if (report.isUnchanged(manifest.eTag())) return ExportFailure.UNCHANGED;
    if (arguments.folder() == null) {
      report.write(running.stream(), () -> {}, () -> checkSame(manifest, running));
    } else {
      ExportFolder<T> folder = running.downloadTo(arguments.folder());
      report.kept(folder, () -> checkSame(manifest, running));
    }
    return 0;
  }

  /** The rows are one version of the data, but that need not be the one whose eTag was printed. */
  private static void checkSame(ExportManifest before, RunningExport<?> running) {
    ExportManifest after = running.await();
    if (Objects.equals(before.eTag(), after.eTag()) && names(before).equals(names(after))) return;
    throw ExportFailure.changed(
        "The data has changed while it was read, from eTag "
            + before.eTag()
            + " to "
            + after.eTag()
            + ": run the same again");
  }

  private static Set<String> names(ExportManifest manifest) {
    return manifest.blobs().stream().map(ManifestBlob::name).collect(Collectors.toSet());
  }

  private @Nullable RunningExport<T> pickUp(
      ExportOperations<T> export, @Nullable ExportHandle handle) throws IOException {
    if (handle == null) return null;
    try {
      RunningExport<T> running = export.pickUp(handle);
      String objection = objection(running.status());
      if (objection == null) {
        console.note("Going on with the export that " + state.path() + " names.");
        return running;
      }
      anew(objection);
    } catch (PartnerExportException e) {
      if (e.reason() != Reason.EXPIRED) throw e;
      anew("is not known any more");
    } catch (IllegalArgumentException e) {
      anew("is damaged, or of something else");
    }
    return null;
  }

  private @Nullable String objection(ExportOperation operation) throws IOException {
    if (operation.status().equals(ExportStatus.FAILED)) return "has failed";
    if (operation.status().equals(ExportStatus.CANCELLED)) return "was cancelled";
    OffsetDateTime created = operation.createdDateTime();
    Instant started = created != null ? created.toInstant() : state.written();
    return age.objection(started, console.shell().clock().instant());
  }

  private void anew(String why) {
    console.note("The export that " + state.path() + " names " + why + ": starting another.");
  }
}
