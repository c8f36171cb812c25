package disclosure.report.text.application;

import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.requests.contract.ApplicantType;
import java.util.List;
import java.util.Set;

/** Whose applications a number counts, and whether what follows is said of those alone. */
final class Kinds {

  private static final Set<String> ENTERPRISES = Set.of("企业", "公司");

  private final NormalText text;

  /** How many kinds of organisations were told one after the other. */
  private int organisations;

  /** How many kinds of applicants were told one after the other. */
  private int kinds;

  /** Whether what follows is said of one kind of applicants, or of what came in one way. */
  private boolean ofOne;

  Kinds(NormalText text) {
    this.text = text;
  }

  void begin() {
    organisations = 0;
    leaveBracket();
  }

  /** （其中网络9件），办结11件 goes on with all of them. */
  void leaveBracket() {
    kinds = 0;
    ofOne = false;
  }

  /** 自然人申请10件，法人申请2件 are all kinds together. */
  void another() {
    kinds += Math.min(kinds, 1);
  }

  /**
   * 收到网上申请9件，答复8件 tells what became of those.
   *
   * @param all whether it are all that came in
   */
  void byChannel(boolean all) {
    kinds += all ? 2 : 1;
  }

  boolean isOfOne() {
    return ofOne;
  }

  /**
   * 自然人申请70件，予以公开25件 tells outcomes of natural persons alone.
   *
   * @param all whether it are all that came in
   */
  void enter(Mention mention, boolean outcome, List<ApplicantType> columns, boolean all) {
    boolean kind = !outcome && (!columns.isEmpty() || kinds > 0 && namesEnterprise(mention));
    boolean received =
        mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION) && mention.has(Sense.RECEIVED);
    ofOne = columns.isEmpty() && !kind && !received && (ofOne || kinds == 1);
    kinds = !kind ? 0 : all ? 2 : kinds + 1;
  }

  /** 自然人34件，企业1件 goes on with another kind of applicants. */
  private boolean namesEnterprise(Mention mention) {
    return mention.before().stream().anyMatch(word -> ENTERPRISES.contains(text.written(word)))
        && !mention.has(Sense.RECEIVED, Sense.CONCLUDED, Sense.CARRIED, Sense.PENDING);
  }

  /** The columns that its words name. */
  List<ApplicantType> named(Mention mention, boolean outcome) {
    List<ApplicantType> columns =
        mention.words().stream()
            .flatMap(word -> word.sense().columns().stream())
            .distinct()
            .toList();
    if (columns.stream().anyMatch(ApplicantType::isOrganization)) {
      organisations++;
      return columns;
    }
    boolean other = columns.isEmpty() && !outcome && namesOtherColumn(mention);
    boolean last = other && organisations > 1;
    organisations = 0;
    return last ? List.of(ApplicantType.OTHER_ORGANIZATION) : columns;
  }

  /** 法律服务机构申请13件，其他申请34件: the last column, after others of organisations. */
  private static boolean namesOtherColumn(Mention mention) {
    return mention.hasBefore(Sense.REST)
        && mention.words().stream()
            .allMatch(
                word ->
                    word.is(Sense.REST)
                        || word.is(Sense.SOME_APPLICATION)
                        || word.is(Sense.FILLER));
  }
}
