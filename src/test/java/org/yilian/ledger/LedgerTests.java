package org.yilian.ledger;

import static org.yilian.rooms.TestRoom.await;

import org.yilian.TestServer;
import org.yilian.client.Actor;

/** Disputes of the demo city, and who has to do with them; at one server that these tests share. */
abstract class LedgerTests extends LedgerSteps {
  static final TestServer SERVER = TestServer.start();

  final Actor grid = staff("wu");
  final Actor street = staff("zheng");
  final Actor district = staff("feng");
  final Actor build = staff("shen");
  final Actor labour = staff("han");
  final Actor department = staff("you");

  static Actor staff(String username) {
    return Actor.staff(SERVER.port(), username);
  }

  /** Nine days pass for the centre, where it has a clock. */
  static void centreIsLate(String id) {
    SERVER.sql(
        "update disputes set centre_due_at = centre_due_at - interval '9 days',"
            + " due_at = due_at - interval '9 days' where centre_due_at is not null and id = '"
            + id
            + "'");
    await(office().clocks.sweep());
  }

  static Office office() {
    return SERVER.office();
  }
}
