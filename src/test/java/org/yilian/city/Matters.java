package org.yilian.city;

import java.util.Random;

/**
 * What people quarrel about, in the mix of a real city's statistics; every name is plainly made up.
 */
final class Matters {
  /** Type, weight in per mille, and causes. */
  private static final Object[][] MIX = {
    {"NEIGHBOUR", 320, "楼上漏水要求修缮", "夜间噪声扰民", "楼道堆放杂物", "空调外机滴水", "加装电梯意见不一", "养犬吠叫影响休息"},
    {"MARRIAGE_FAMILY", 184, "夫妻感情不和", "赡养老人费用分担", "子女抚养费给付", "继承房产分割"},
    {"DAMAGE_COMPENSATION", 87, "施工损坏房屋要求赔偿", "车辆刮擦赔偿", "宠物伤人赔偿"},
    {"HOUSE_HOMESTEAD", 77, "房屋租赁押金退还", "宅基地界址不清", "房屋渗水责任争议"},
    {"MEDICAL", 63, "诊疗效果争议", "医疗费用争议"},
    {"CONTRACT", 51, "民间借贷逾期未还", "装修合同质量争议"},
    {"MIGRANT_WAGE", 40, "工地拖欠工资", "班组工资结算争议"},
    {"LABOUR_OTHER", 38, "解除劳动合同补偿", "工伤待遇争议"},
    {"PROPERTY_MGMT", 52, "物业费收取争议", "停车位管理争议", "公共收益公示争议"},
    {"CONSUMER_OTHER", 34, "预付卡退费", "商品质量退货"},
    {"TRAFFIC", 30, "交通事故赔偿"},
    {"OTHER", 24, "其他民间纠纷"}
  };

  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
  private static final String GIVEN = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸东南西北春夏秋冬江河山川";
  private static final String[] ROADS = {"嘉陵路", "长江路", "人民路", "解放路", "滨江路", "学府路", "松石路", "金渝路"};

  private Matters() {}

  record Matter(String type, String cause, String address) {}

  static Matter next(Random random) {
    int at = random.nextInt(1000);
    for (Object[] kind : MIX) {
      at -= (int) kind[1];
      if (at < 0) {
        return of(kind, random);
      }
    }
    return of(MIX[0], random);
  }

  private static Matter of(Object[] kind, Random random) {
    String cause = (String) kind[2 + random.nextInt(kind.length - 2)];
    String address =
        ROADS[random.nextInt(ROADS.length)]
            + (1 + random.nextInt(400))
            + "号"
            + (1 + random.nextInt(33))
            + "栋"
            + (101 + random.nextInt(2300))
            + "室";
    return new Matter((String) kind[0], cause, address);
  }

  static String name(Random random) {
    return ""
        + SURNAMES.charAt(random.nextInt(SURNAMES.length()))
        + GIVEN.charAt(random.nextInt(GIVEN.length()))
        + GIVEN.charAt(random.nextInt(GIVEN.length()))
        + "演示";
  }
}
