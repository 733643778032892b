package io.partnercenter.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as far as its pages have come: a service of OData may name some of the files and the
 * address of the others.
 *
 * @param json the first page, with the files of all pages so far
 * @param next the address of the next page; null behind the last
 * @param files the whole manifest; null while pages are missing
 */
record PagedManifest(ObjectNode json, @Nullable String next, @Nullable SignedManifest files) {
  /** OData 4.0 writes the prefix, 4.01 need not. */
  private static final Pattern LINK = Pattern.compile("(?i)(blobs|value)?@(odata\\.)?nextLink");

  private static final Pattern COUNT = Pattern.compile("(?i)(blobs|value)?@(odata\\.)?count");

  /** What all pages have in common, as far as they say it. */
  private static final List<String> COMMON = List.of("eTag", "rootDirectory");

  /** Reads the first page, which is a manifest. */
  static PagedManifest of(JsonNode json, boolean local) throws IOException, UnreadableAnswer {
    if (!(json instanceof ObjectNode object)) throw problem("what is no manifest");
    return of(object.deepCopy(), next(object), local);
  }

  /** Adds the files of the next page, which is a manifest too, or a collection of files. */
  PagedManifest with(JsonNode page, boolean local) throws IOException, UnreadableAnswer {
    for (String name : COMMON) {
      if (page.hasNonNull(name) && !page.get(name).equals(json.get(name))) {
        throw problem("a page of files with another " + name + " than the page before");
      }
    }
    JsonNode more = page.has("value") ? page.path("value") : page.path("blobs");
    if (!(more instanceof ArrayNode files)) throw problem("a page that does not name its files");
    if (json.get("blobs") instanceof ArrayNode all) all.addAll(files);
    return of(json, next(page), local);
  }

  private static PagedManifest of(ObjectNode all, @Nullable String next, boolean local)
      throws IOException, UnreadableAnswer {
    if (next == null) return new PagedManifest(all, null, whole(all, local));
    if (!all.hasNonNull("blobs")) all.putArray("blobs");
    if (!all.path("blobs").isArray()) throw problem("a page that does not name its files");
    return new PagedManifest(all, next, null);
  }

  private static SignedManifest whole(ObjectNode all, boolean local)
      throws IOException, UnreadableAnswer {
    int there = all.path("blobs").size();
    for (JsonNode file : all.path("blobs")) {
      if (!file.isObject()) throw problem("a file without a name");
    }
    for (var field : all.properties()) {
      JsonNode count = field.getValue();
      if (COUNT.matcher(field.getKey()).matches() && count.isInt() && count.intValue() != there) {
        throw problem("a manifest of " + count + " files that names " + there);
      }
    }
    all.properties().removeIf(field -> isOfPages(field.getKey()));
    return SignedManifest.of(all, local);
  }

  private static boolean isOfPages(String name) {
    return LINK.matcher(name).matches() || COUNT.matcher(name).matches();
  }

  private static @Nullable String next(JsonNode page) throws UnreadableAnswer {
    for (var field : page.properties()) {
      JsonNode link = field.getValue();
      if (!LINK.matcher(field.getKey()).matches() || link.isNull()) continue;
      if (!link.isTextual()) throw problem("a next page of files without its address");
      if (!link.textValue().isBlank()) return link.textValue();
    }
    return null;
  }

  private static UnreadableAnswer problem(String what) {
    return new UnreadableAnswer("answered with " + what);
  }

  /** The first page has the signature in it. */
  @Override
  public String toString() {
    return "PagedManifest[…]";
  }
}
