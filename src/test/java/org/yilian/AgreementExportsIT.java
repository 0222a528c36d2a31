package org.yilian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.exports.AgreementExports;

/** Many sealed agreements as one zip. */
class AgreementExportsIT {
  private static final String ALL = "/agreement-exports";

  private static TestServer server;
  private static Stage stage;
  private static JsonObject agreement;
  private static String today;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    stage = Stage.leak(server);
    agreement = stage.sealed();
    today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void forget() {
    server.sql("delete from agreement_exports");
  }

  private static JsonObject days() {
    return JsonObject.of("from", today, "to", today);
  }

  private static JsonObject ready(String id) {
    until(() -> "READY".equals(export(id).getString("status")));
    return export(id);
  }

  private static JsonObject export(String id) {
    return stage.clerk.get(ALL + "/" + id).expect(200).json();
  }

  private static void until(BooleanSupplier done) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < patience, "it never came about");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static HttpResponse<byte[]> file(String id, String range) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + server.port() + "/api/v1" + ALL + "/" + id + "/file"))
            .header("Authorization", "Bearer " + stage.clerk.token());
    if (range != null) {
      request.header("Range", range);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
  }

  private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void aClerkOrdersByDaysAndComesBackForTheZip() throws Exception {
    JsonObject ordered = stage.clerk.post(ALL, days()).expect(201).json();
    assertEquals(1, ordered.getInteger("total"));
    JsonObject export = ready(ordered.getString("id"));
    assertEquals(1, export.getInteger("done"));
    assertEquals(
        export,
        stage.clerk.get(ALL).expect(200).items().getJsonObject(0),
        "after a reload as well");
    HttpResponse<byte[]> zip = file(export.getString("id"), null);
    assertEquals(200, zip.statusCode());
    assertEquals(export.getLong("size"), zip.body().length);
    Map<String, byte[]> files = unzip(zip.body());
    String name = agreement.getString("number") + ".pdf";
    assertEquals(List.of(name, "目录.csv"), List.copyOf(files.keySet()));
    assertArrayEquals(
        stage.clerk.get("/agreements/" + agreement.getString("id") + "/document.pdf").bytes(),
        files.get(name));
    String list = new String(files.get("目录.csv"), StandardCharsets.UTF_8);
    assertTrue(list.contains(agreement.getJsonObject("document").getString("sha256")), list);
  }

  /** As if its server had died over it, with sixty copies of the agreement beside the first. */
  @Test
  void aLargeOneIsBegunAnewByAnotherAndSentInPiecesAndFromAnywhereOn() throws Exception {
    String id = stage.clerk.post(ALL, days()).expect(201).id();
    ready(id);
    copies(60);
    server.sql(
        """
        update agreement_exports set status = 'MAKING', maker = 'dead', total = 61,
          heard_at = now() - interval '2 minutes';
        insert into agreement_export_items
        select e.id, row_number() over () + 1, a.id from agreement_exports e, agreements a
        where a.id like '%-copy-%'
        """);
    stage.clerk.post(ALL, days()).expect(201);
    long size = ready(id).getLong("size");
    long most = server.count("select max(octet_length(bytes)) from agreement_export_pieces");
    assertEquals(AgreementExports.PIECE, most);
    byte[] whole = file(id, null).body();
    assertEquals(size, whole.length);
    assertEquals(62, unzip(whole).size());
    assertPart(id, whole, AgreementExports.PIECE - 6, AgreementExports.PIECE + 9);
    assertPart(id, whole, whole.length - 7, whole.length - 1);
    HttpResponse<byte[]> rest = file(id, "bytes=" + AgreementExports.PIECE * 2 + "-");
    assertEquals(206, rest.statusCode());
    assertEquals(whole.length - AgreementExports.PIECE * 2, rest.body().length);
    assertEquals(200, file(id, "bytes=" + whole.length + "-").statusCode(), "behind the end");
    server.sql("delete from agreement_exports; delete from agreements where id like '%-copy-%'");
  }

  private static void copies(int n) {
    server.sql(
        """
        insert into agreements select (jsonb_populate_record(null::agreements,
          to_jsonb(a) || jsonb_build_object('id', a.id || '-copy-' || n, 'number', a.number || n))).*
        from agreements a, generate_series(1, %d) n where a.id = '%s'
        """
            .formatted(n, agreement.getString("id")));
  }

  private static void assertPart(String id, byte[] whole, int first, int last) throws Exception {
    HttpResponse<byte[]> part = file(id, "bytes=" + first + "-" + last);
    assertEquals(206, part.statusCode());
    assertArrayEquals(Arrays.copyOfRange(whole, first, last + 1), part.body());
    assertEquals(
        "bytes %d-%d/%d".formatted(first, last, whole.length),
        part.headers().firstValue("Content-Range").orElse(""));
  }

  @Test
  void othersHaveNothingOfIt() throws Exception {
    String id = stage.clerk.post(ALL, days()).expect(201).id();
    ready(id);
    Actor elsewhere = Stage.staff(server, "sun");
    for (Actor outsider : List.of(stage.a, stage.mediator, stage.lawyer, elsewhere)) {
      outsider.get(ALL).expect(404);
      outsider.post(ALL, days()).expect(404);
      outsider.get(ALL + "/" + id).expect(404);
      outsider.get(ALL + "/" + id + "/file").expect(404);
      outsider.delete(ALL + "/" + id).expect(404);
    }
    server.sql("update agreement_exports set organisation_id = 'demo-court'");
    stage.clerk.get(ALL + "/" + id).expect(404);
    assertEquals(404, file(id, null).statusCode());
    assertEquals(0, stage.clerk.get(ALL).expect(200).items().size());
  }

  @Test
  void wrongOrdersAreRefusedByNameAndThereAreNoMoreThanThree() {
    JsonObject ids = new JsonObject().put("ids", JsonArray.of(agreement.getString("id"), "other"));
    stage.clerk.post(ALL, ids).expect(404);
    assertEquals(List.of("ids"), stage.clerk.post(ALL, new JsonObject()).expect(400).fields());
    JsonObject turned = JsonObject.of("from", today, "to", "2020-01-01");
    assertEquals(List.of("from"), stage.clerk.post(ALL, turned).expect(400).fields());
    JsonObject empty = JsonObject.of("from", "2020-01-01", "to", "2020-01-02");
    assertEquals(List.of("from"), stage.clerk.post(ALL, empty).expect(400).fields());
    JsonObject own = new JsonObject().put("ids", JsonArray.of(agreement.getString("id")));
    String first = stage.clerk.post(ALL, own).expect(201).id();
    stage.clerk.post(ALL, days()).expect(201);
    stage.clerk.post(ALL, days()).expect(201);
    stage.clerk.post(ALL, days()).expect(409, "exports-full");
    stage.clerk.delete(ALL + "/" + first).expect(204);
    stage.clerk.delete(ALL + "/" + first).expect(404);
    stage.clerk.post(ALL, days()).expect(201);
  }

  @Test
  void whatHasHadItsDayIsGone() {
    String id = stage.clerk.post(ALL, days()).expect(201).id();
    ready(id);
    server.sql("update agreement_exports set expires_at = now()");
    stage.clerk.get(ALL + "/" + id).expect(404);
    stage.clerk.get(ALL + "/" + id + "/file").expect(404);
    stage.clerk.post(ALL, days()).expect(201);
    String left = "select count(*) from %s where %s = '" + id + "'";
    until(() -> server.count(left.formatted("agreement_exports", "id")) == 0);
    assertEquals(0, server.count(left.formatted("agreement_export_pieces", "export_id")));
  }
}
