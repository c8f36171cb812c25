package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.report.TestCounties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drafts of organs of the county, as its writer fills them in. */
public final class CountyDrafts {

  private static final List<TestCounties.Organ> ORGANS = TestCounties.below(TestCounties.COUNTY);

  private CountyDrafts() {}

  /** The page of a report. */
  public static String address(int organ, int year) {
    return "/workbench/" + ORGANS.get(organ).code() + "/" + year;
  }

  /** A draft in which no check finds anything, of the edition of 2021. */
  public static Map<String, String> sound(int organ, int year) {
    Map<String, String> filled = new HashMap<>();
    filled.put("seen", "");
    filled.put("lead", "根据《政府信息公开条例》（国务院令第711号），现公布" + year + "年政府信息公开工作年度报告。");
    filled.put("overview", "本机关" + year + "年政府信息公开工作平稳有序。");
    filled.put("problems", "公开内容的针对性还需加强，下一步将逐项改进。");
    filled.put(
        "otherMatters",
        year
            + "年，本机关发出信息处理费收费通知{{handling.feeNotices}}件，总金额{{handling.noticedYuan}}元，实际收取{{handling.paidYuan}}元。");
    for (String kind : List.of("regulations", "normativeDocuments")) {
      for (String column : List.of("issued", "repealed", "inForce")) {
        filled.put("proactive." + kind + "." + column, "0");
      }
    }
    for (String row :
        List.of(
            "administrativeLicences",
            "administrativePenalties",
            "administrativeCoercion",
            "administrativeFees10kYuan")) {
      filled.put("proactive." + row, "0");
    }
    filled.put("signedBy", ORGANS.get(organ).name());
    filled.put("signedOn", (year + 1) + "-01-20");
    return filled;
  }

  /** Saves it as the first version. */
  public static void write(SignedIn writer, int organ, int year) throws Exception {
    assertThat(writer.post(address(organ, year) + "/draft", sound(organ, year)).body())
        .contains("已保存。");
  }
}
