package disclosure.report.check;

import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A figure of a table as texts usually tell it.
 *
 * @param told finds it; the number is the group {@code n}
 * @param cell the place in the table, for people
 * @param figures what the number may be
 */
record Claim(Pattern told, String cell, Function<CheckedReport, List<Long>> figures) {

  private static final String NUMBER = "(?<n>\\d{1,12})\\s*[件宗起]";
  private static final String BETWEEN = "[^\\d，,。；;（）()]{0,20}?";

  /** The ways of telling, those that say more first. */
  static final List<Claim> ALL = all();

  private static List<Claim> all() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        matrix(
            "上年度?结转" + BETWEEN + NUMBER,
            "“二 上年结转”总计",
            matrix -> List.of(total(matrix, FormRow.CARRIED_IN))));
    claims.add(
        matrix(
            "结转(?:至|到)?(?:下一?年度?|次年)" + BETWEEN + NUMBER,
            "“四 结转下年度继续办理”总计",
            matrix -> List.of(total(matrix, FormRow.CARRIED_OUT))));
    claims.add(
        matrix(
            NUMBER + "[^\\d，,。；;（）()]{0,6}结转(?:至|到)?(?:下一?年度?|次年)",
            "“四 结转下年度继续办理”总计",
            matrix -> List.of(total(matrix, FormRow.CARRIED_OUT))));
    claims.add(
        matrix(
            "(?:受理|收到|新收|接收|收悉)" + BETWEEN + "申请" + BETWEEN + NUMBER,
            "“一 本年新收”总计",
            Claim::received));
    claims.add(
        matrix(
            "(?:受理|收到|新收|接收|收悉)" + BETWEEN + "依申请公开" + BETWEEN + NUMBER,
            "“一 本年新收”总计",
            Claim::received));
    claims.add(
        matrix(
            NUMBER + "[^\\d，,。；;（）()]{0,8}?(?<!未)办(?:结|理完毕)",
            "“三（七）总计”总计",
            matrix -> List.of(total(matrix, FormRow.CONCLUDED))));
    claims.add(
        matrix(
            "(?:申请|共|全部|均)(?:[^\\d，,。；;（）()未逾超]{0,8})办结" + BETWEEN + NUMBER,
            "“三（七）总计”总计",
            matrix -> List.of(total(matrix, FormRow.CONCLUDED))));
    outcomes(claims);
    claims.add(
        disputes("行政复议(?:案件|申请)?" + BETWEEN + NUMBER, "表四“行政复议”总计", DisputeKind.RECONSIDERATION));
    claims.add(
        disputes(
            "行政诉讼(?:案件)?" + BETWEEN + NUMBER,
            "表四“行政诉讼”总计",
            DisputeKind.LITIGATION_DIRECT,
            DisputeKind.LITIGATION_AFTER_RECONSIDERATION));
    return List.copyOf(claims);
  }

  private static List<Long> received(Matrix matrix) {
    long received = total(matrix, FormRow.NEWLY_RECEIVED);
    return List.of(received, received + total(matrix, FormRow.CARRIED_IN));
  }

  private static void outcomes(List<Claim> claims) {
    for (OutcomeCategory category : OutcomeCategory.values()) {
      List<FormRow> rows =
          Arrays.stream(Outcome.values())
              .filter(outcome -> outcome.category() == category)
              .map(FormRow::of)
              .toList();
      String label = category.label();
      Function<Matrix, List<Long>> sum =
          matrix -> List.of(rows.stream().mapToLong(row -> total(matrix, row)).sum());
      String cell = "“三" + category.number() + label + "”总计";
      claims.add(matrix("[“\"]?" + label + "[”\"]?(?:的)?(?:共|有|为)?\\s*" + NUMBER, cell, sum));
      claims.add(matrix(NUMBER + "(?:予以)?[“\"]?" + label + "(?!的?\\d)", cell, sum));
    }
  }

  private static Claim matrix(String told, String cell, Function<Matrix, List<Long>> figures) {
    return new Claim(Pattern.compile(told), "表三" + cell, report -> figures.apply(report.matrix()));
  }

  private static Claim disputes(String told, String cell, DisputeKind... kinds) {
    return new Claim(
        Pattern.compile(told),
        cell,
        report -> {
          DisputeTable table = report.disputes();
          List<Long> each =
              Arrays.stream(kinds).map(kind -> table.rows().get(kind.ordinal()).total()).toList();
          List<Long> allowed = new ArrayList<>(each);
          allowed.add(each.stream().collect(Collectors.summingLong(Long::longValue)));
          return allowed;
        });
  }

  private static long total(Matrix matrix, FormRow row) {
    return matrix.row(row).total();
  }
}
