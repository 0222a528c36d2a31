package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void everyoneOfTheCastIsListedWithTheRolesOfTheContract() throws Exception {
    String cast = get("/demo/cast", null).body();
    for (String role : new String[] {"NEUTRAL_LAWYER", "COMMITTEE_CLERK", "JUDGE", "COURT_CLERK"}) {
      assertTrue(cast.contains(role), role);
    }
  }

  @Test
  void aRightPasswordOpensASessionThatEndsWhenToldSo() throws Exception {
    HttpResponse<String> started = signIn("wang", "yilian-demo");
    assertEquals(201, started.statusCode());
    String token = new JsonObject(started.body()).getString("accessToken");
    HttpResponse<String> me = get("/me", token);
    assertEquals(200, me.statusCode());
    assertEquals("no-store", me.headers().firstValue("Cache-Control").orElseThrow());

    HttpResponse<String> ended =
        send(request("/sessions/current").header("Authorization", "Bearer " + token).DELETE());
    assertEquals(204, ended.statusCode());
    assertEquals(401, get("/me", token).statusCode());
  }

  @Test
  void aRefreshGivesANewPairAndTheOldSecretSoonCountsNoMore() throws Exception {
    String cookie = cookie(signIn("chen", "yilian-demo"));
    HttpResponse<String> refreshed = refresh(cookie);
    assertEquals(200, refreshed.statusCode());
    assertNotEquals(cookie, cookie(refreshed));
    assertEquals(200, refresh(cookie(refreshed)).statusCode());
    assertEquals(401, refresh(cookie).statusCode());
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreTheSame() throws Exception {
    HttpResponse<String> wrong = signIn("li", "not it");
    HttpResponse<String> unknown = signIn("nobody", "not it");
    assertEquals(401, wrong.statusCode());
    assertEquals(wrong.body(), unknown.body());
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() throws Exception {
    HttpResponse<String> reply =
        send(request("/sessions").POST(BodyPublishers.ofString("{\"username\":7}")));
    assertEquals(400, reply.statusCode());
    assertEquals(2, new JsonObject(reply.body()).getJsonArray("fields").size());
  }

  @Test
  void aStrangerGetsNothing() throws Exception {
    assertEquals(401, get("/me", null).statusCode());
    assertEquals(401, get("/me", "not.a.token").statusCode());
  }

  private static HttpResponse<String> signIn(String username, String password) throws Exception {
    JsonObject body = new JsonObject().put("username", username).put("password", password);
    return send(request("/sessions").POST(BodyPublishers.ofString(body.encode())));
  }

  private static HttpResponse<String> refresh(String cookie) throws Exception {
    return send(
        request("/sessions/refresh").header("Cookie", cookie).POST(BodyPublishers.noBody()));
  }

  private static String cookie(HttpResponse<String> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    HttpRequest.Builder request = request(path).GET();
    return send(token == null ? request : request.header("Authorization", "Bearer " + token));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + SERVER.port() + "/api/v1" + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
