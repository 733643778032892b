package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Reads manifests, all pages of them.
 *
 * @param operation its name for listeners and messages
 */
record ManifestPages(ServiceClient graph, String operation) {
  /** An export of a large partner has some hundred files. */
  private static final int MOST = 1_000;

  /** The manifest at {@code url}; one request for each page. */
  SignedManifest at(HttpUrl url) {
    Answered<PagedManifest> first =
        ask(url, body -> PagedManifest.of(OperationAnswer.tree(body), isLocal()));
    return rest(first.value(), url, first.call());
  }

  /**
   * The manifest whose first page was in the answer to {@code call}; one request for each other
   * page.
   *
   * @throws PartnerDataException also if the pages lead away from the service, or repeat
   */
  SignedManifest rest(PagedManifest first, HttpUrl url, CallFacts call) {
    Set<HttpUrl> asked = new HashSet<>();
    Answered<PagedManifest> last = new Answered<>(first, call);
    HttpUrl at = url;
    while (true) {
      PagedManifest pages = last.value();
      if (pages.files() != null) return pages.files();
      at = next(pages, at, last.call());
      if (!asked.add(at)) throw problem("a manifest whose pages of files repeat", last.call());
      if (asked.size() > MOST) {
        throw problem("a manifest of more than " + MOST + " pages of files", last.call());
      }
      last = ask(at, body -> pages.with(OperationAnswer.tree(body), isLocal()));
    }
  }

  /** The token goes along, so the address has to be one of this service. */
  private HttpUrl next(PagedManifest pages, HttpUrl at, CallFacts call) {
    HttpUrl next = pages.next() == null ? null : graph.address().below(at.resolve(pages.next()));
    if (next != null) return next;
    throw problem("a manifest whose next page of files is not at the service", call);
  }

  private Answered<PagedManifest> ask(HttpUrl url, AnswerReader.JsonBody<PagedManifest> reader) {
    return graph.exchange(ServiceCall.get(operation, url, AnswerReader.json(reader)));
  }

  private boolean isLocal() {
    return graph.address().isLocal();
  }

  private static PartnerDataException problem(String what, CallFacts call) {
    return new PartnerDataException("answered with " + what, null, null, null, call, null);
  }
}
