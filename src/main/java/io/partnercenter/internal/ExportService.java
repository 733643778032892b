package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.errors.PartnerTransportException;
import io.partnercenter.errors.PartnerTransportException.Phase;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.ExportStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks Microsoft Graph for one export, and how it stands.
 *
 * @param graph with tokens for it
 * @param storage without any
 */
public record ExportService<T>(
    ServiceClient graph, ServiceClient storage, ExportRequest<T> request) {
  /** The documentation's examples say ten seconds where the service says nothing. */
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  /** Asks for the export, and returns the id of the operation. */
  public String start() {
    HttpUrl url =
        graph
            .url("reports", "partners", "billing")
            .addPathSegments(request.path() + "/export")
            .build();
    return graph.send(
        ServiceCall.post(
            request.operation() + ".start",
            url,
            request.json(),
            (response, limit) -> OperationAnswer.startedId(response, limit)));
  }

  /** How the operation stands. */
  public ExportOperation status(String id) {
    return ask(id, graph).value().operation();
  }

  /** Asks whenever the service wants to be asked; no question outlasts the patience. */
  private SignedManifest await(String id, Duration patience) {
    long start = graph.timing().nanoTime().getAsLong();
    while (true) {
      Answered<OperationAnswer> answer =
          ask(id, within(patience.minus(graph.timing().since(start))));
      ExportOperation operation = answer.value().operation();
      if (operation.status().equals(ExportStatus.SUCCEEDED)) return files(id, answer);
      if (operation.status().isFinal()) {
        throw ExportFailure.of(operation, request.legacyInvoice(), answer.call());
      }
      Duration pause = pause(operation.retryAfter());
      Duration waited = graph.timing().since(start);
      if (waited.plus(pause).compareTo(patience) >= 0) { // At the end there is no time to ask.
        String unreadable = answer.value().unreadableRetryAfter();
        throw new PartnerTransportException(
            ("is not done after %d s and not to be asked about for %d s more,"
                    + " where patience is %d s; its handle can be picked up later%s%s")
                .formatted(
                    waited.toSeconds(),
                    pause.toSeconds(),
                    patience.toSeconds(),
                    unknown(operation.status()),
                    unreadable == null ? "" : "; " + unreadable),
            Phase.PAUSE,
            answer.call(),
            new TimeoutException());
      }
      sleep(pause, answer.call());
    }
  }

  /** Waits for the files, and says how they are read. */
  public ExportFiles<T> finished(String id, Duration patience) {
    SignedManifest files = await(id, patience);
    return ExportFiles.of(storage, files, before -> again(id, before), request.rowType());
  }

  /** The same files once more, with a signature of now. */
  private SignedManifest again(String id, SignedManifest before) {
    String manifest = before.manifest().id();
    if (manifest == null || manifest.isBlank()) return files(id, ask(id, graph));
    try {
      return manifests().at(billing(List.of(ResourceAddress.MANIFESTS, manifest)));
    } catch (PartnerServiceException e) {
      if (!ExportFailure.isGone(e)) throw e;
      return files(id, ask(id, graph)); // Manifests need not be found by the id that they name.
    }
  }

  private ServiceClient within(Duration most) {
    return graph.with(
        graph.options().within(most, "the wait for the export", Integer.MAX_VALUE - 1));
  }

  private Answered<OperationAnswer> ask(String id, ServiceClient service) {
    try {
      return service.exchange(
          ServiceCall.get(
              request.operation() + ".status",
              operation(id),
              (response, limit) -> {
                RetryAfter asked =
                    RetryAfter.in(
                        response.headers(),
                        null,
                        graph.timing().clock().instant(),
                        service.options().retry());
                return OperationAnswer.of(id, response, asked, isLocal(), limit)
                    .redacted(graph.redactor(response.request()));
              }));
    } catch (PartnerServiceException e) {
      throw ExportFailure.isGone(e) ? ExportFailure.expired(e) : e;
    }
  }

  private SignedManifest files(String id, Answered<OperationAnswer> answer) {
    PagedManifest files = answer.value().files();
    if (files != null) return manifests().rest(files, operation(id), answer.call());
    List<String> manifest = answer.value().manifest();
    if (manifest != null) return manifests().at(billing(manifest));
    throw new PartnerDataException(
        "is done, but the answer does not say where the files are",
        null,
        null,
        null,
        answer.call(),
        null);
  }

  private ManifestPages manifests() {
    return new ManifestPages(graph, request.operation() + ".manifest");
  }

  /** A status that may never change: what it means is for people to find out. */
  private static String unknown(ExportStatus status) {
    if (status.isKnown()) return "";
    String said = Redaction.cut(Redaction.redact(Redaction.oneLine(status.value())), 100);
    return "; the service says the unknown status \"" + said + "\"";
  }

  private static Duration pause(@Nullable Duration retryAfter) {
    if (retryAfter == null) return USUAL_PAUSE;
    return retryAfter.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : retryAfter;
  }

  private void sleep(Duration pause, CallFacts call) {
    try {
      graph.resources().sleep(pause, graph.timing());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartnerTransportException(
          "was interrupted while it was waited for", Phase.PAUSE, call, e);
    }
    if (!graph.resources().isClosed()) return;
    throw new PartnerTransportException(
        "was given up, for the partner has been closed meanwhile; its handle can be picked up later",
        Phase.PAUSE,
        call,
        new IllegalStateException("the partner is closed"));
  }

  private boolean isLocal() {
    return graph.address().isLocal();
  }

  private HttpUrl operation(String id) {
    return billing(List.of(ResourceAddress.OPERATIONS, id));
  }

  private HttpUrl billing(List<String> path) {
    HttpUrl.Builder url = graph.url("reports", "partners", "billing");
    for (String segment : path) url.addPathSegment(segment);
    return url.build();
  }
}
