package md;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Our protocol for the load driver: tickets by HTTP, then hello, say and ack on the socket. */
final class Yilian extends Adapter {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ACK = "{\"type\":\"ack\"";
  private static final String MESSAGE = "{\"type\":\"message\"";

  private final Map<String, String[]> members = new HashMap<>();
  private final Set<Integer> opened = new HashSet<>();

  Yilian(Opt options) throws IOException {
    super(options);
    for (String line : Files.readAllLines(Path.of(options.s("seats", "seats.txt")))) {
      String[] fields = line.split(" ");
      members.put(fields[0] + "/" + fields[1], fields);
    }
  }

  @Override
  String path(Conn connection) {
    return "/api/v1/ws/v1";
  }

  @Override
  String subprotocol() {
    return "yilian.v1";
  }

  private String[] member(Conn connection) {
    return members.get(connection.room + "/" + connection.member);
  }

  /** Whoever comes back in a measurement of catching up says hello only when it is timed. */
  @Override
  void open(Conn connection) {
    if (o.m.containsKey("track") && !opened.add(connection.idx)) {
      core.ready(connection);
    } else {
      hello(connection, "\"tail\":1");
    }
  }

  private void hello(Conn connection, String from) {
    String[] member = member(connection);
    String ticket = ticket(member[2], member[3]);
    connection.ws("{\"type\":\"hello\",\"ticket\":\"" + ticket + "\"," + from + "}");
  }

  @Override
  void fetch(Conn connection, String position) {
    connection.att = "fetching";
    hello(connection, "\"after\":{\"" + member(connection)[4] + "\":" + position + "}");
  }

  private String ticket(String token, String roomId) {
    URI uri = URI.create("http://127.0.0.1:" + o.i("port", 8080) + "/api/v1/socket-tickets");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString("{\"roomId\":\"" + roomId + "\"}"))
            .build();
    try {
      String body = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return between(body, "\"ticket\":\"", "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String between(String text, String before, String after) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf(after, from));
  }

  @Override
  void text(Conn connection, String frame) {
    if (frame.startsWith(MESSAGE)) {
      message(connection, frame);
    } else if (frame.startsWith(ACK)) {
      connection.pos = between(frame, "\"seq\":", ",");
      core.acked(connection, Long.parseLong(between(frame, "mdx-", "\"").split("-")[2]));
    } else if (frame.startsWith("{\"type\":\"live\"") && frame.contains(member(connection)[4])) {
      live(connection);
    }
  }

  private void message(Conn connection, String frame) {
    if (connection.att == null) {
      core.marker(connection, frame, false);
    } else if (frame.contains("mdx-")) {
      core.fetched(connection, 1, false);
    }
  }

  private void live(Conn connection) {
    if (connection.att == null) {
      core.ready(connection);
    } else {
      core.fetched(connection, 0, true);
    }
  }

  @Override
  void send(Conn connection, String marker, long t0) {
    connection.ws(
        "{\"type\":\"say\",\"lane\":\""
            + member(connection)[4]
            + "\",\"clientId\":\""
            + marker
            + "\",\"body\":{\"kind\":\"text\",\"text\":\""
            + marker
            + Text.BODY
            + "\"}}");
  }
}
