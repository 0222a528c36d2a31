package org.yilian.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** One HTTP request as a route sees it. */
public final class Request {
  private static final int MAX_LIMIT = 500;
  private static final int FURTHEST = 100_000;

  private final RoutingContext context;
  private final Caller caller;

  Request(RoutingContext context, Caller caller) {
    this.context = context;
    this.caller = caller;
  }

  /** The caller of an authenticated route. */
  public Caller caller() {
    return caller;
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  /** A query parameter, or null. */
  public String query(String name) {
    List<String> values = context.queryParam(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** Every query parameter with its first value. */
  public JsonObject queries() {
    JsonObject all = new JsonObject();
    context.queryParams().names().forEach(name -> all.put(name, query(name)));
    return all;
  }

  /** {@code ?after=}, 0 when absent. */
  public long after() {
    return number("after", 0);
  }

  /** {@code ?limit=}, capped, never refused for being large. */
  public int limit() {
    String value = query("limit");
    boolean large = value != null && value.matches("\\d{4,}");
    return large ? MAX_LIMIT : (int) Math.max(1, Math.min(MAX_LIMIT, number("limit", 100)));
  }

  /** What {@code ?after=} names, or null: the {@code next} of the page before. */
  public String afterWord() {
    return query("after");
  }

  /**
   * A list that was read whole, from {@code ?after=} items on; no more than {@code ?limit=} of them
   * where somebody asks for fewer.
   */
  public Reply page(List<JsonObject> all) {
    return page(all, query("limit") == null ? all.size() : limit());
  }

  /** The same of a list that was read no further than {@link #reach} items. */
  public Reply pageOfRead(List<JsonObject> read) {
    return page(read, limit());
  }

  /** How many items tell this page and whether another follows. */
  public int reach() {
    return (int) Math.max(0, Math.min(FURTHEST, after())) + limit() + 1;
  }

  private Reply page(List<JsonObject> all, int most) {
    int from = (int) Math.max(0, Math.min(all.size(), after()));
    int to = Math.min(all.size(), from + most);
    JsonObject page = new JsonObject().put("items", new JsonArray(all.subList(from, to)));
    return Reply.ok(to < all.size() ? page.put("next", String.valueOf(to)) : page);
  }

  /** The JSON body as a form; an absent body is an empty form. */
  public Form form() {
    return Form.of(json());
  }

  /** The JSON body, empty when there is none. */
  public JsonObject json() {
    Buffer body = bytes();
    if (body.length() == 0) {
      return new JsonObject();
    }
    try {
      return new JsonObject(Utf8.strict(body));
    } catch (DecodeException | ClassCastException e) {
      throw Refusal.bad("not-json", "body", "请求内容应为 JSON 对象。");
    }
  }

  public Buffer bytes() {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  /** The version in {@code If-Match}, bare or quoted. */
  public long ifMatch() {
    String header = context.request().getHeader("If-Match");
    try {
      return Long.parseLong(header == null ? "" : header.replace("\"", "").trim());
    } catch (NumberFormatException e) {
      throw Refusal.bad("if-match-missing", "If-Match", "请带上所改版本的版本号。");
    }
  }

  /** Where the bytes of this request go in the whole, from {@code Upload-Offset}. */
  public long uploadOffset() {
    String header = context.request().getHeader("Upload-Offset");
    if (header == null || !header.matches("\\d{1,15}")) {
      throw Refusal.bad("offset-missing", "Upload-Offset", "请写明这一份从第几个字节开始。");
    }
    return Long.parseLong(header);
  }

  public String header(String name) {
    return context.request().getHeader(name);
  }

  /** The address it comes from, for throttles of what is not authenticated. */
  public String address() {
    return Addresses.of(context.request());
  }

  public List<FileUpload> uploads() {
    return context.fileUploads();
  }

  /** The one file that this request hands in, as the part {@code file}. */
  public FileUpload upload() {
    List<FileUpload> parts = uploads();
    if (parts.size() != 1 || !parts.get(0).name().equals("file")) {
      throw Refusal.field("file", "请以 multipart 的 file 一项上传一个文件。");
    }
    return parts.get(0);
  }

  String cookie(String name) {
    return context.request().getCookie(name) == null
        ? null
        : context.request().getCookie(name).getValue();
  }

  /** The value of the first cookie whose name begins so, or null. */
  String firstCookie(String prefix) {
    return context.request().cookies().stream()
        .filter(cookie -> cookie.getName().startsWith(prefix))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  private long number(String name, long otherwise) {
    String value = query(name);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw Refusal.field(name, "应为整数。");
    }
  }
}
