package org.yilian.browser;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.sheets.Workbooks;

/** The ledger's pages in a browser: grid worker, resident, post, centre, wall. */
class LedgerBrowserIT {
  private static final String RISING =
      """
      insert into warnings (id, kind, subject, area_code, reasons, dispute_ids, found_at)
      values ('rising', 'RISING', '990001001 NEIGHBOUR 2026-08-25', '990001001',
        '["邻里：2026-08-25 至 2026-08-31 共 16 件。"]', '{}', now())
      """;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.sql(RISING);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fromTheDoorToTheWall() throws Exception {
    String[] headings = {"编号", "登记日期", "类型", "事由", "一方", "另一方", "来源", "状态"};
    Object[] row = {"旧1", LocalDate.of(2025, 3, 4), "邻里", "楼道堆物", "陈演示", "隔壁住户", "主动", "未化解"};
    byte[] sheet = Workbooks.of(headings, List.of(row, faulty(row)));
    Browser.run(
        "ledger.mjs",
        Map.of(
            "BASE",
            "http://127.0.0.1:" + server.port(),
            "SHEET",
            Base64.getEncoder().encodeToString(sheet)));
  }

  private static Object[] faulty(Object[] row) {
    Object[] other = row.clone();
    other[0] = "旧2";
    other[2] = "吵架";
    return other;
  }
}
