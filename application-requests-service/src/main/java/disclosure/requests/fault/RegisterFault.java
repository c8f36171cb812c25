package disclosure.requests.fault;

import disclosure.edge.Fault;
import disclosure.edge.FaultCode;
import disclosure.edge.Text;
import java.util.Optional;
import java.util.UUID;

/** What can be wrong with a request to the register, beside the rules about steps. */
public enum RegisterFault implements FaultCode {
  NOT_IN_DIRECTORY("名录中没有该行政机关", "is not in the directory of organs"),
  ORGAN_NOT_THERE_ON_RECEIPT("该行政机关在收到申请之日不存在", "did not exist on the day of receipt"),
  ORGAN_NOT_THERE_ON_ACCEPTANCE("该行政机关在受理之日不存在", "did not exist on the day of acceptance"),
  SOURCE_REFERENCE_TAKEN("该编号已登记了内容不同的申请或者案件", "is taken by a record with other content"),
  IDEMPOTENCY_KEY_TAKEN("已用于内容不同的请求", "was used for a request with other content"),
  MALFORMED_IDEMPOTENCY_KEY("应为1至128个可见的ASCII字符", "must be 1 to 128 visible ASCII characters"),

  SUBMITTED_AFTER_RECEIPT(
      "提交日期不得晚于收到日期（《条例》第三十一条）", "must not be later than the day of receipt", "《条例》第三十一条"),
  CORRECTION_AT_REGISTRATION(
      "登记时请直接填写正确的收到信息", "is for what is recorded already; send what is right"),
  TRANSFER_AT_REGISTRATION(
      "须先登记申请，再追加移送；尚未登记的申请请直接登记到接收机关", "is appended to an application that is recorded"),
  ANSWER_AGAIN_AT_REGISTRATION(
      "须先登记申请和复议、诉讼案件，再追加重新答复", "is appended after the application and its dispute"),
  LINE_TOO_LONG("一行不得超过%s KiB", "a line must not exceed %s KiB"),

  FIELD_OF_ANOTHER_STEP("此类环节没有该字段", "is not a field of a step of this type"),
  REQUIRED_IN_THIS_STEP("此类环节必须填写", "is required in a step of this type"),
  NOTHING_CORRECTED("至少填写一项更正内容：{oneOf}", "needs {oneOf}"),
  REFERENCE_NOT_REMOVABLE("来源编号可以更正，不能删除", "a reference can't be taken away"),
  CORRECTED_AND_REMOVED("同一项内容不能既更正又删除", "takes away what is corrected as well"),
  PERSONAL_DATA_FORGOTTEN(
      "申请人信息和申请内容已按保存期限删除，不能再更正", "applicant and subject are forgotten already"),
  NO_CORRECTING_DISPUTE(
      "没有关于本申请且结果为纠正的行政复议或者行政诉讼",
      "is no dispute about this application that was decided as CORRECTED"),
  IDENTITY_NUMBER_NEEDED(
      "未登记申请人证件号码，无法累计同一申请人当月的申请件数",
      "without an identity number the applicant's items of the month can't be added up"),
  TOO_MANY_ITEMS_IN_MONTH("当月累计件数超过{atMost}", "makes more than {atMost} items in the month"),

  DISPUTE_VOIDED("案件已作废，不能再登记环节和结果", "the case is voided"),
  DISPUTE_NOT_CLOSED("案件尚未审结", "the case is not closed"),
  BEFORE_CLOSING("日期早于审结日期", "before the day on which the case was closed"),
  BEFORE_ACCEPTANCE("日期早于受理日期", "before the day of acceptance"),
  ACCEPTED_AFTER_CLOSING("受理日期晚于审结日期", "after the day on which it was closed"),
  ACCEPTED_BEFORE_RECEIPT("不得早于收到申请之日", "must not be before the application's receipt"),
  CLOSED_BEFORE_ACCEPTANCE("不得早于受理日期 acceptedOn", "must not be before acceptedOn"),
  DISPUTE_DAY_OUT_OF_RANGE(
      "应在《条例》施行之日（{atLeast}）至今日之间",
      "must lie between the Regulation's first day, {atLeast}, and today"),
  RESULT_AND_CLOSING_TOGETHER(
      "result 和 closedOn 应同时填写或者同时省略", "result and closedOn belong together"),
  APPLICATION_UNKNOWN("该行政机关没有此申请", "is not an application of the organ"),

  SINCE_BESIDE_FORMERLY("不能与 formerly 同时使用", "cannot stand beside formerly"),
  REQUIRED_WITH_SUCCESSOR("填写了 successorOrganCode 时必须填写", "is required with successorOrganCode"),
  ENDS_BEFORE_IT_BEGINS("不得早于 validFrom", "must not be before validFrom"),
  CHANGE_OF_UNKNOWN_ORGAN("该行政机关尚未登记，不能登记变更", "is for organs that are in the directory"),
  BEFORE_LAST_CHANGE(
      "不得早于上一次变更或者设立之日{atLeast}", "must not be before {atLeast}, when it last changed"),
  CHANGES_OUT_OF_ORDER(
      "各次变更应按先后排列，且在 validFrom 与 validTo 之间",
      "changes must follow each other between validFrom and validTo"),
  ORGAN_ITSELF("不能是本机关", "must not be the organ itself"),
  VALIDITY_OUT_OF_RANGE(
      "应在{atLeast}至{atMost}之间；没有期限时请省略",
      "must lie between {atLeast} and {atMost}; leave it out when there is no limit"),
  PARENT_BELOW_ORGAN("不能是本机关的下级", "must not lie below the organ"),
  PARENT_ENDED(
      "“%s”存续至%s且没有承继机关，请填写其后的上级机关",
      "ends there: %s existed up to %s and has no successor; name the organ above since then"),
  PARENT_BEGINS_LATER(
      "“%s”自%s起才存续，请填写本机关此前的上级机关，或者本机关的设立日期",
      "begins there: %s exists from %s on; name the organ above before, or when this one began"),
  ORGANS_LEFT_BELOW(
      "下级机关“%s”在%s仍然存续，请先为其填写新的上级机关或者终止日期，或者填写本机关的承继机关",
      "the organ below, %s, still exists on %s: first put it below another one or end it, or name a"
          + " successor"),
  ORGANS_BELOW_BEFORE(
      "下级机关“%s”在%s已经存续，请先为其填写此前的上级机关或者设立日期",
      "the organ below, %s, exists on %s already: first name the organ above it before, or when it"
          + " began"),
  NOT_THERE_FOR_MERGER(
      "“%s”自%s起并入本机关，本机关当日须存续；请先改正其终止日期或者承继机关",
      "%s is merged into the organ on %s, when it must exist: first correct the last day of that"
          + " one, or its successor"),
  BEGINS_AFTER_ITS_RECORDS(
      "本机关已登记有%s收到的申请或者受理的案件，设立日期不得晚于该日",
      "the organ has an application or a case of %s: must not be later"),
  SUCCESSOR_NOT_THERE("该行政机关在%s不存在", "does not exist on %s"),
  ORGAN_BELOW_ITSELF("会使本机关在某一天成为自己的下级", "would put the organ below itself on some day"),
  DAY_REQUIRED_WITH_UNDER("与 under 同用时须写明日期", "is needed with under"),
  UNDER_STANDS_ALONE("不能与 name、parent 同用", "goes with asOf alone"),

  DAY_OF_ANOTHER_YEAR("不在该年度", "is not in the year"),
  DAY_NAMED_TWICE("日期重复出现", "is named twice"),
  MAKE_UP_DAY_NOT_AT_WEEKEND("调休上班日应为周六或者周日", "a make-up day must be a Saturday or Sunday"),
  HOLIDAY_MISSING("缺少法定节假日 {oneOf}", "lack {oneOf}, which is a holiday by law"),
  DIVISION_UNKNOWN("名录中没有行政区划代码为%s的行政机关，请核对代码", "has no organ in the directory: %s"),

  BLOCK_AND_DIGEST_TOGETHER("须同时填写 block 和 digest", "both are needed"),
  NOT_A_DIGEST("应为64位十六进制数", "must be 64 hexadecimal digits"),
  ORGAN_OR_MOMENT_REQUIRED(
      "应填写 organCode 或者 changedSince", "organCode or changedSince is required"),
  NOT_A_MOMENT(
      "应为带时区的时刻，例如 2026-11-01T00:00:00+08:00",
      "must be a moment with its offset, such as 2026-11-01T00:00:00+08:00"),
  ADDRESS_MALFORMED(
      "应为完整的https地址，不含用户名、密码和“#”后的部分",
      "must be a whole https address without user, password and fragment"),
  ADDRESS_NOT_ALLOWED(
      "该主机和端口不在允许接收事件的名单中，请联系系统管理员（WEBHOOK_HOSTS）",
      "is at a host and port that the service may not call (WEBHOOK_HOSTS)"),
  ADDRESS_SUBSCRIBED("该客户端已用此地址订阅", "is subscribed by the client already"),
  TOO_MANY_SUBSCRIPTIONS("订阅不得超过{atMost}个", "there are {atMost} subscriptions already, the most"),
  FROM_REQUIRED("须写明从何时继续", "is needed to go on"),
  FROM_OUT_OF_RANGE(
      "应在{atLeast}至{atMost}之间，更早的事件已不再保存",
      "must lie between {atLeast} and {atMost}; earlier events are no longer kept"),
  EXPORT_TOO_LARGE(
      "超过20万件，请按机关、状态或者日期缩小范围后分次导出",
      "more than 200,000 applications; narrow the list by organ, status or days"),
  ORGAN_REQUIRED_FOR_SUBTREE("须同时填写 organ", "needs organ"),
  NOTHING_SOUGHT(
      "请至少填写编号、答复文号、承办人、申请内容、申请人姓名、联系方式或者证件号码中的一项",
      "must be there, or documentNumber, handler, subject, or something of the applicant"),
  NOT_BESIDE_YEAR("不能与 year 同时使用", "cannot stand beside year"),

  FILE_REQUIRED("缺少文件", "a file is required"),
  FILE_TOO_LARGE("文件不得超过20 MiB", "a file must not exceed 20 MiB"),
  FILE_OLD_OR_LOCKED(
      "是旧版 XLS 或者加了密码的工作簿，请去掉密码并另存为 XLSX",
      "is an old XLS workbook or one with a password; save it as XLSX without one"),
  FILE_UNREADABLE("无法读取，应为 XLSX 工作簿或者 CSV 文件", "can't be read; must be an XLSX workbook or CSV"),
  FILE_INFLATES_TOO_FAR("文件解压后过大，请分次导入", "the file is too large once inflated"),
  FILE_ROW_TOO_LONG(
      "有一行超过100万字，请检查引号是否成对",
      "a row is longer than 1,000,000 characters; look for a quotation mark that is not closed"),
  LEDGER_EMPTY("台账中没有申请", "the ledger holds no application"),
  LEDGER_HAS_TOO_MANY_ROWS("一份台账最多50000行，请分次导入", "a ledger must not have more than 50,000 rows"),
  LEDGER_HAS_TOO_MANY_CHARACTERS(
      "一份台账最多1200万字，请分次导入",
      "a ledger must not have more than 12,000,000 characters; take it over in parts"),
  HEADINGS_NOT_FOUND(
      "没有找到台账的表头，请使用模板或者核对列名", "no sheet has the headings of a ledger; take the template"),
  SHEET_WITHOUT_HEADINGS(
      "工作表中像是有申请，但前10行没有找到表头，没有读取；请核对列名，与台账无关的工作表请隐藏或者删除",
      "seems to hold applications, but no headings of a ledger in its first 10 rows, and is not read; hide or delete a sheet that is none"),
  COLUMN_MISSING("缺少此列；列名可以写作：%s", "is missing as a column; headings may be %s"),
  HEADING_NOT_UNDERSTOOD(
      "此列有内容，但列名无法识别，没有读取；请改用模板中的列名，或者把列名登记为本机关用语（kind=HEADING），注明对应的列或者不读取（IGNORED）",
      "holds something and is no known heading; give it one of the template's, or say what it means"
          + " as a word of the organ's own (kind=HEADING): a column, or IGNORED"),
  HEADINGS_AMBIGUOUS(
      "%1$s都可以是“%2$s”，请把应当采用的一列改名为“%2$s”",
      "%1$s may all mean %2$s; give the right one that heading"),
  NUMBER_REPEATED_IN_LEDGER("与%s行的登记编号重复", "stands in row %s already"),
  ID_NOT_IN_REGISTER(
      "登记簿中没有此登记编号；新增的行请将登记编号留空，编号填在“来源编号”一列",
      "is no id of a record; leave it empty in a row that is new, and write its number under 来源编号"),
  ROW_OF_ANOTHER_ORGAN(
      "此行写明的是另一行政机关，请随该机关的台账导入", "names another organ; import the row with that organ's ledger"),
  CELL_REQUIRED("填写了相关内容时必须填写", "is required with what stands beside it"),
  CELL_REQUIRED_WITH_DAY("填写了“%1$s”时必须填写", "is required with %1$s"),
  CELL_WITHOUT_YEAR("“%1$s”没有年份，请写明年份，或者在表格标题中写明年度", "%1$s names no year, and no title above does"),
  CELL_WITHOUT_YEAR_BEFORE_RECEIPT(
      "“%1$s”没有年份，按表格标题的年度早于收到日期，请写明年份",
      "%1$s names no year, and in the title's it is before the receipt"),
  CELL_RECEIVED_IN_ONE_OF_TWO_YEARS(
      "“%1$s”没有年份，可以是%2$s，也可以是%3$s（上年结转的，收到日期在上一年），请写明年份",
      "%1$s names no year, and may be %2$s or %3$s: one that was carried over was received the year"
          + " before; write the year"),
  CELL_IN_ONE_OF_TWO_YEARS(
      "“%1$s”没有年份，可以是%2$s，也可以是%3$s，请写明年份",
      "%1$s names no year, and may be %2$s or %3$s; write the year"),
  CELL_NOT_A_DAY("不是有效日期，应如2024-01-05、2024年1月5日或20240105", "is no date such as 2024-01-05"),
  CELL_DAY_CUT_SHORT(
      "“%1$s”无法分辨：表格软件会把5.10这样的日期存成5.1，请写成“5月1日”或者“5月10日”这样的形式",
      "%1$s may be one of two days, since a spreadsheet makes 5.1 of 5.10; write 5月1日 or 5月10日"),
  CELL_NOT_UNDERSTOOD("无法识别所填内容，可以填写：%s", "is not understood; the choices are %s"),
  CELL_ABANDONED_FOR_WANT_OF_WHAT(
      "视为放弃申请，可以是逾期不补正，也可以是逾期不缴费，请写明是哪一种，或者填写补正告知日期、收费告知日期中的一项",
      "may be for want of a correction, or of a payment: say which, or fill in the day of the one"
          + " notice"),
  CELL_BESIDE_EMPTY_ONE(
      "“%1$s”一列为空，而此列有内容，没有读取；请把内容移到“%1$s”一列",
      "is not read beside %1$s, which is empty in this row; move it there"),
  ROW_CONCLUDED_WITHOUT_ANSWER(
      "此处写明已办结，但答复日期和处理结果为空，会计入结转；已办结的请填写答复日期和处理结果，没有办结的请更正此处",
      "says that the case is at its end, but its day and outcome are empty: fill them in, or correct"
          + " this"),
  ROW_SAID_TO_BE_VOID(
      "此处写明作废，不是申请的请删除此行，是申请的请更正此处",
      "says that the row is void: take the row out, or correct this"),
  ROW_OF_SEVERAL("一行只能是一件申请，请按件分行填写", "says that the row stands for several: give each a row"),
  NAME_IS_A_NUMBER(
      "填写的是号码，不是姓名或者名称；请核对是否与联系方式或者证件号码填颠倒",
      "is a number and no name; see whether two cells changed places"),
  CELL_NOT_AN_AMOUNT("应为金额（元），最多两位小数", "must be an amount in yuan"),
  CELL_CUT_OFF(
      "数字超过15位，后面的位数已被表格软件截断，请将该列设为文本格式后重新录入",
      "a number of more than 15 digits was cut off by the spreadsheet; type as text"),
  CELL_WITH_FAILED_FORMULA("单元格是出错的公式，请改为实际内容", "is a formula that failed"),
  CELL_NOT_CALCULATED(
      "公式没有保存计算结果，请用表格软件打开并保存后再导入",
      "is a formula whose result is not in the file; open and save it"),
  TOO_MANY_WORDS(
      "一个机关最多登记{atMost}个用语，请先去掉不再使用的",
      "an organ has at most {atMost} words; forget those not in use"),
  NOT_A_WORD("应为不超过{atMost}字的一行文字", "must be one line of at most {atMost} characters"),

  NUMBER_AMBIGUOUS(
      "登记簿中有几件申请的编号与此仅写法不同，请照登记簿中的写法填写",
      "differs only in writing from the numbers of several applications; write it as the register"
          + " does"),
  SAME_REQUEST_IN_REGISTER(
      "登记簿中已有同一申请人内容相同的申请，此行仍作为另一件登记；确属重复申请的，见《条例》第三十六条第六项",
      "is asked by the same person in another application of the register; the row is one of its"
          + " own"),
  SAME_REQUEST_IN_LEDGER(
      "与%1$s行的申请人和内容相同，仍作为另一件登记；确属重复申请的，见《条例》第三十六条第六项",
      "is asked by the same person in row %1$s; the row is an application of its own"),
  STEPS_APPENDED("追加环节：%1$s", "steps appended: %2$s"),
  NUMBER_USED_BEFORE(
      "该编号已用于%1$s收到的另一件申请，此行没有登记；每年从1重新编号的，请在编号前加上年份（如%2$s-1）后再导入",
      "is the number of another application, received on %1$s; where numbers begin anew each year,"
          + " put the year before them (%2$s-1) and import again"),
  NOT_AS_REGISTERED("与登记簿中的不同，未作改动", "is not as in the register; nothing was changed"),
  NOT_REGISTERED("登记簿中没有此项，未作改动", "is not in the register; nothing was changed"),
  REGISTERED_OTHERWISE(
      "登记簿中为“{oneOf}”，未作改动；如登记有误，请在登记簿中更正", "is {oneOf} in the register; nothing was changed"),
  STEP_NOT_IN_LEDGER(
      "登记簿中有环节“%1$s”（%2$s），此处没有，未作改动",
      "has not the step that the register has; nothing was changed"),
  VOIDED_IN_REGISTER("登记簿中该申请已作废，未作改动", "is voided in the register; nothing was changed"),
  HANDED_OVER_IN_REGISTER(
      "登记簿中该申请已移送其他机关，由该机关计入，未作改动",
      "was handed over to another organ, where it counts; nothing was changed"),
  NOT_COMPARED_YET(
      "一小时内与登记簿不一致的申请人信息过多，此行未比对、未登记，请一小时后再次导入",
      "was not compared, since too many rows differed within an hour; import it again later"),
  REGISTERED_BY_ANOTHER_IMPORT(
      "该编号刚刚由另一次导入登记，请再次导入此行", "was registered by another import just now; import it again"),
  NUMBER_OF_ANOTHER_CLIENT(
      "编号“%1$s”已由客户端“%2$s”登记（记录%3$s），此行未登记；确属另一件申请的，导入时请加 acceptDuplicates=true",
      "is the number %1$s of record %3$s, registered by the client %2$s; the row is held back,"
          + " unless the import has acceptDuplicates=true"),
  NOT_REGISTERED_JUST_NOW("暂时无法登记", "can't be registered just now");

  private final Text message;
  private final Optional<String> rule;

  RegisterFault(String chinese, String english) {
    this.message = new Text(chinese, english);
    this.rule = Optional.empty();
  }

  RegisterFault(String chinese, String english, String rule) {
    this.message = new Text(chinese, english);
    this.rule = Optional.of(rule);
  }

  /** That a number stands for another application, which the caller may see. */
  public static Fault takenByApplication(UUID other) {
    return takenBy(other, "/applications/");
  }

  /** That a number stands for another case, which the caller may see. */
  public static Fault takenByCase(UUID other) {
    return takenBy(other, "/disputes/");
  }

  private static Fault takenBy(UUID other, String records) {
    Text taken = SOURCE_REFERENCE_TAKEN.message();
    return Fault.of(
            "sourceReference",
            SOURCE_REFERENCE_TAKEN,
            new Text(taken.chinese() + "（记录" + other + "）", taken.english() + " (" + other + ")"))
        .heldBy(records + other);
  }

  @Override
  public Text message() {
    return message;
  }

  @Override
  public Optional<String> rule() {
    return rule;
  }
}
