package disclosure.local.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * 云岭县, which there isn't: twelve organs with the applications of three years, made up by rules from
 * a seed, so that a month's are the same whenever they are made. Each says that it is an example.
 *
 * @param today up to the day before which everything happened
 */
record MadeUpCounty(LocalDate today) {

  /** The prefix of its organs' codes; no administrative division has the number 990021. */
  static final String DIVISION = "11990021";

  private static final int YEARS = 3;
  private static final long SEED = 20_260_102;
  private static final String MADE_UP = "（示例）";

  /** How many more or fewer come in a month than on average: few about the Spring Festival. */
  private static final double[] SEASON = {
    0.85, 0.55, 1.25, 1.2, 1.15, 1.1, 1.0, 0.95, 1.1, 0.8, 1.05, 1.0
  };

  private static final double GROWTH_OF_A_YEAR = 1.14;

  private static final List<Office> OFFICES =
      List.of(
          new Office("云岭县人民政府", OrganKind.GOVERNMENT, 5, List.of("政府常务会议纪要", "年度重点项目清单")),
          new Office("云岭县自然资源局", OrganKind.DEPARTMENT, 14, List.of("征地批复文件", "建设用地规划许可")),
          new Office("云岭县住房和城乡建设局", OrganKind.DEPARTMENT, 11, List.of("旧城改造补偿方案", "商品房预售许可")),
          new Office("云岭县人力资源和社会保障局", OrganKind.DEPARTMENT, 6, List.of("事业单位招聘成绩", "工伤认定材料")),
          new Office("云岭县公安局", OrganKind.DEPARTMENT, 7, List.of("道路监控点位说明", "行政处罚决定")),
          new Office("云岭县教育体育局", OrganKind.DEPARTMENT, 5, List.of("学区划分依据", "学校建设资金安排")),
          new Office("云岭县财政局", OrganKind.DEPARTMENT, 4, List.of("专项资金拨付明细", "政府采购合同")),
          new Office("云岭县市场监督管理局", OrganKind.DEPARTMENT, 6, List.of("食品抽检结果", "投诉处理情况")),
          new Office("云岭县农业农村局", OrganKind.DEPARTMENT, 5, List.of("高标准农田项目文件", "农机补贴发放名单")),
          new Office("云岭县城关镇人民政府", OrganKind.TOWNSHIP, 6, List.of("宅基地审批材料", "低保评定结果")),
          new Office("云岭县青石乡人民政府", OrganKind.TOWNSHIP, 3, List.of("土地确权登记材料", "村级财务收支")),
          new Office("云岭县白水乡人民政府", OrganKind.TOWNSHIP, 2, List.of("移民安置补助标准", "道路硬化工程合同")));

  private static final Map<ApplicantType, Integer> APPLICANTS =
      inOrder(
          Map.of(
              ApplicantType.NATURAL_PERSON, 780,
              ApplicantType.COMMERCIAL_ENTERPRISE, 120,
              ApplicantType.RESEARCH_INSTITUTION, 10,
              ApplicantType.PUBLIC_WELFARE_ORGANIZATION, 20,
              ApplicantType.LEGAL_SERVICE_PROVIDER, 55,
              ApplicantType.OTHER_ORGANIZATION, 15));

  private static final Map<Channel, Integer> CHANNELS =
      inOrder(
          Map.of(
              Channel.ONLINE, 560,
              Channel.POST, 260,
              Channel.IN_PERSON, 110,
              Channel.EMAIL, 55,
              Channel.FAX, 15));

  private static final Map<Outcome, Integer> OUTCOMES =
      inOrder(
          Map.ofEntries(
              Map.entry(Outcome.DISCLOSED, 390),
              Map.entry(Outcome.PARTIALLY_DISCLOSED, 95),
              Map.entry(Outcome.STATE_SECRET, 4),
              Map.entry(Outcome.PROHIBITED_BY_LAW, 12),
              Map.entry(Outcome.THIRD_PARTY_RIGHTS, 22),
              Map.entry(Outcome.INTERNAL_AFFAIRS, 18),
              Map.entry(Outcome.PROCESS_INFORMATION, 24),
              Map.entry(Outcome.ENFORCEMENT_CASE_FILE, 26),
              Map.entry(Outcome.ADMINISTRATIVE_INQUIRY, 34),
              Map.entry(Outcome.NOT_HELD, 215),
              Map.entry(Outcome.REQUIRES_CREATION, 32),
              Map.entry(Outcome.STILL_UNCLEAR_AFTER_CORRECTION, 12),
              Map.entry(Outcome.PETITION_OR_COMPLAINT, 48),
              Map.entry(Outcome.DUPLICATE_APPLICATION, 26),
              Map.entry(Outcome.PUBLISHED_MATERIAL, 6),
              Map.entry(Outcome.CONFIRMATION_OR_REISSUE, 8),
              Map.entry(Outcome.CORRECTION_OVERDUE, 20),
              Map.entry(Outcome.OTHER_HANDLING, 8)));

  /**
   * One of its organs.
   *
   * @param aMonth how many applications it gets in a month on average, in the first year
   * @param subjects what is asked of it
   */
  private record Office(String name, OrganKind kind, int aMonth, List<String> subjects) {}

  /** An organ as it is put into the directory. */
  record Organ(OrganCode code, String name, OrganKind kind) {}

  /** All twelve, the government first. */
  static List<Organ> organs() {
    List<Organ> organs = new ArrayList<>();
    for (int i = 0; i < OFFICES.size(); i++) {
      Office office = OFFICES.get(i);
      organs.add(new Organ(code(i), office.name() + MADE_UP, office.kind()));
    }
    return organs;
  }

  private static OrganCode code(int office) {
    String first = String.format(Locale.ROOT, "%s%07d00", DIVISION, office + 1);
    return new OrganCode(first + OrganCode.checkCharacter(first));
  }

  /** The applications as a batch takes them, in the order of the months. */
  List<ObjectNode> applications() {
    List<ObjectNode> applications = new ArrayList<>();
    YearMonth present = YearMonth.from(today);
    YearMonth first = YearMonth.of(present.getYear() - YEARS + 1, 1);
    for (YearMonth month = first; !month.isAfter(present); month = month.plusMonths(1)) {
      for (int office = 0; office < OFFICES.size(); office++) {
        ofMonth(office, month, applications);
      }
    }
    return applications;
  }

  private void ofMonth(int office, YearMonth month, List<ObjectNode> applications) {
    SplittableRandom random =
        new SplittableRandom(
            SEED + office * 1_000_003L + month.getYear() * 101L + month.getMonthValue());
    int years = month.getYear() - (today.getYear() - YEARS + 1);
    double expected =
        OFFICES.get(office).aMonth()
            * SEASON[month.getMonthValue() - 1]
            * Math.pow(GROWTH_OF_A_YEAR, years);
    long count = Math.round(expected * (0.6 + 0.8 * random.nextDouble()));
    for (int number = 1; number <= count; number++) {
      LocalDate received = working(month.atDay(1 + random.nextInt(month.lengthOfMonth())));
      ObjectNode application = application(office, month, number, received, random);
      if (received.isBefore(today)) {
        applications.add(application);
      }
    }
  }

  private ObjectNode application(
      int office, YearMonth month, int number, LocalDate received, SplittableRandom random) {
    ObjectNode application = Api.MAPPER.createObjectNode();
    application.put("organCode", code(office).value());
    application.put("sourceReference", String.format(Locale.ROOT, "示例-%s-%03d", month, number));
    application.put("receivedOn", received.toString());
    application.put("channel", drawn(CHANNELS, random).name());
    application.putObject("applicant").put("type", drawn(APPLICANTS, random).name());
    List<String> subjects = OFFICES.get(office).subjects();
    application.put("subject", subjects.get(random.nextInt(subjects.size())) + MADE_UP);
    steps(application.putArray("steps"), received, random);
    return application;
  }

  private void steps(ArrayNode steps, LocalDate received, SplittableRandom random) {
    Outcome outcome = drawn(OUTCOMES, random);
    boolean unclear =
        outcome == Outcome.STILL_UNCLEAR_AFTER_CORRECTION
            || outcome == Outcome.CORRECTION_OVERDUE
            || random.nextInt(100) < 4;
    LocalDate begins = received;
    if (unclear) {
      LocalDate asked = working(received.plusDays(2 + random.nextInt(4)));
      LocalDate deadline = asked.plusDays(15);
      add(steps, "CORRECTION_REQUESTED", asked)
          .ifPresent(step -> step.put("deadline", deadline.toString()));
      if (outcome == Outcome.CORRECTION_OVERDUE) {
        concluded(steps, working(deadline.plusDays(1 + random.nextInt(5))), outcome);
        return;
      }
      begins = working(asked.plusDays(3 + random.nextInt(10)));
      add(steps, "CORRECTION_RECEIVED", begins);
    }
    int kind = random.nextInt(1000);
    int days = 4 + random.nextInt(20);
    if (kind < 90) {
      days = 1 + random.nextInt(4);
    } else if (kind < 210) {
      add(steps, "EXTENDED", working(begins.plusDays(17 + random.nextInt(6))))
          .ifPresent(
              step -> step.put("workingDays", 20).put("approvedBy", "政府信息公开工作机构负责人" + MADE_UP));
      days = 32 + random.nextInt(18);
    } else if (kind < 265) {
      days = 33 + random.nextInt(20);
    } else if (kind < 278) {
      days = 55 + random.nextInt(90);
    }
    concluded(steps, working(begins.plusDays(days)), outcome);
  }

  private void concluded(ArrayNode steps, LocalDate day, Outcome outcome) {
    add(steps, "CONCLUDED", day)
        .ifPresent(
            step -> {
              step.put("outcome", outcome.name());
              if (outcome == Outcome.THIRD_PARTY_RIGHTS) {
                step.put("consultationWaivedReason", "涉及的个人隐私明显不宜公开" + MADE_UP);
              }
              if (outcome == Outcome.ADMINISTRATIVE_INQUIRY) {
                step.put("specialLaw", "《不动产登记暂行条例》" + MADE_UP);
              }
            });
  }

  /** A step, if it has happened by today. */
  private Optional<ObjectNode> add(ArrayNode steps, String type, LocalDate day) {
    return day.isBefore(today)
        ? Optional.of(steps.addObject().put("type", type).put("on", day.toString()))
        : Optional.empty();
  }

  /** The day, or the Monday after it; days off beside weekends are left out of account. */
  private static LocalDate working(LocalDate day) {
    int over = day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
    return over > 0 ? day.plus(3L - over, ChronoUnit.DAYS) : day;
  }

  private static <K> K drawn(Map<K, Integer> weights, SplittableRandom random) {
    int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<K, Integer> one : weights.entrySet()) {
      left -= one.getValue();
      if (left < 0) {
        return one.getKey();
      }
    }
    throw new IllegalStateException("weights of nothing");
  }

  /** Whatever the order in which a map was written, one in that of its keys. */
  private static <K extends Enum<K>> Map<K, Integer> inOrder(Map<K, Integer> weights) {
    Map<K, Integer> ordered = new LinkedHashMap<>();
    weights.keySet().stream().sorted().forEach(key -> ordered.put(key, weights.get(key)));
    return ordered;
  }
}
