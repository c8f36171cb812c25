package disclosure.report.text.word;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that texts compose of a few words in ever other ways, so that no list has them all. */
final class Composed {

  private static final String BEGINS = "政信公依申请要关获群相有任个自单企社法";

  /** 依申请公开政府信息的申请事项 */
  private static final Pattern APPLICATION =
      Pattern.compile(
          "(?:要求|关于|获取|群众|公众)?(?:政府|政务|信息|公开|依|申请|请求|相关|有关|的(?=政府|政务|信息|公开|依|申请|请求|相关|有关|事项)){2,9}"
              + "(?:(?:办理)?(?:事项|件|案件|办件|事宜)|总?数量?|总量)?");

  private static final Pattern ASKS = Pattern.compile("申请|请求");
  private static final String IN_PUBLIC = "公开";
  private static final List<String> INFORMATION = List.of("政府", "政务", "信息");

  private static final String PERSONS = "公民|个人|自然人|社会公众|公众|人民群众|群众";
  private static final String ORGANISATIONS = "法人|(?:其他|其它|社会)?(?:社会)?组织|单位|企业|团体|机构";

  /** 任何单位、组织和个人: persons and organisations are everybody. */
  private static final Pattern EVERYBODY =
      Pattern.compile(
          "(?:任何|社会)?(?:ONE)(?:(?:、|和|及|以及|与|或者|或)(?:ONE)){1,5}"
              .replace("ONE", PERSONS + "|" + ORGANISATIONS));

  private static final Pattern PERSON = Pattern.compile(PERSONS);
  private static final Pattern ORGANISATION = Pattern.compile(ORGANISATIONS);

  private Composed() {}

  /** 申请公开 alone is what somebody does. */
  private static boolean asksForInformation(String name) {
    return ASKS.matcher(name).find()
        && name.contains(IN_PUBLIC)
        && !(name.startsWith("申请公开") && INFORMATION.stream().noneMatch(name::contains));
  }

  /** What is composed from there on; empty where nothing is. */
  static Optional<Lexicon.Entry> at(NormalText text, int index) {
    if (BEGINS.indexOf(text.at(index)) < 0) {
      return Optional.empty();
    }
    Matcher application = APPLICATION.matcher(text.text()).region(index, text.length());
    if (application.lookingAt() && asksForInformation(application.group())) {
      return Optional.of(new Lexicon.Entry(Sense.APPLICATION, application.end() - index));
    }
    Matcher everybody = EVERYBODY.matcher(text.text()).region(index, text.length());
    return everybody.lookingAt()
            && PERSON.matcher(everybody.group()).find()
            && ORGANISATION.matcher(everybody.group()).find()
        ? Optional.of(new Lexicon.Entry(Sense.FILLER, everybody.end() - index))
        : Optional.empty();
  }
}
