package disclosure.local.launcher;

import disclosure.local.sample.CountySample;
import disclosure.local.server.LocalPerson;
import java.util.List;

/** Who may sign in at the stack's issuer: one of each kind that uses the product. */
final class People {

  private static final String GOVERNMENT = "11141124012345698T";
  private static final String OFFICE = "111411240123456713";

  private static final String OF_THE_OFFICE = "临县人民政府办公室";

  private People() {}

  static List<LocalPerson> all() {
    return List.of(
        person("wang.jing", "王静", "经办人，" + OF_THE_OFFICE, OFFICE, "recorder"),
        person("li.zhong", "李忠", "科室负责人，" + OF_THE_OFFICE, OFFICE, "recorder", "analyst"),
        person("zhang.wen", "张文", "年报编辑，" + OF_THE_OFFICE, OFFICE, "analyst", "editor"),
        person("liu.hui", "刘慧", "审核发布人，" + OF_THE_OFFICE, OFFICE, "analyst", "publisher"),
        person("chen.gong", "陈公", "上级政务公开办，临县人民政府", GOVERNMENT, "analyst", "editor"),
        person(
            "lin.lan", "林岚", "政务公开办，云岭县人民政府（示例）", CountySample.GOVERNMENT, "recorder", "analyst"),
        person("zhao.guan", "赵管", "管理员，所有行政机关", "*", "administrator"));
  }

  private static LocalPerson person(
      String id, String name, String post, String organ, String... roles) {
    return new LocalPerson(id, name, post, List.of(roles), List.of(organ));
  }
}
