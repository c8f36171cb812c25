package disclosure.report.examination.finding;

import disclosure.report.examination.table.Remark;

/** What was unusual in reading a table, to be compared with it. */
final class ReadingRemarks {

  private ReadingRemarks() {}

  static Finding of(Remark remark) {
    String place = remark.place().chinese();
    String sentence =
        switch (remark.kind()) {
          case BY_POSITION -> "表三“%s”行的名称无法识别（%s“%s”），按位置读取，请核对。";
          case RUN_TOGETHER -> "表三“%s”行的数字连在一起（%s“%s”），按能够相加的唯一读法拆分，请核对。";
          case ORDER_BY_SUM -> "表三各列的顺序没有写明%s（%s）%s，按能够相加的顺序读取，请核对。";
          case TWICE -> "表三“%s”行出现两次，数据不同（%s“%s”），读取的是第一次出现的。";
          case JOINED -> "表三“%s”行有换行的数字（%s“%s”），合起来才能相加，按合起来读取，请核对。";
          case NO_HEADING -> "表四%s中有数据未对应列名（%s“%s”），未读取，请核对。";
        };
    String english =
        switch (remark.kind()) {
          case BY_POSITION -> "Table three: row %s was read by its position (%s, “%s”).";
          case RUN_TOGETHER ->
              "Table three, row %s: digits run together (%s, “%s”), read in the only way that adds"
                  + " up.";
          case ORDER_BY_SUM ->
              "Table three: the order of the columns isn't told%s (%s)%s; that which adds up was"
                  + " taken.";
          case TWICE -> "Table three: row %s stands there twice with other figures (%s, “%s”).";
          case NO_HEADING ->
              "Table four%s has figures below no heading (%s, “%s”), which were not read.";
          case JOINED ->
              "Table three, row %s: numbers broken over lines (%s, “%s”) were joined, since the row"
                  + " adds up then.";
        };
    return Finding.of(
        Finding.Kind.READING,
        Severity.LOOK,
        remark.place(),
        Filled.of(sentence, remark.row(), place, remark.text()),
        Filled.of(english, remark.row(), remark.place().english(), remark.text()));
  }
}
