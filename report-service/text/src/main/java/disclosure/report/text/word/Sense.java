package disclosure.report.text.word;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import java.util.Arrays;
import java.util.List;

/** What a word can mean; the words are in {@code lexicon.txt}. */
public enum Sense {
  RECEIVED,
  HANDLED,
  CONCLUDED,
  /** 公开答复: an answer in the open, or one that discloses. */
  ANSWERED_OPENLY,
  CARRIED,
  LAST_YEAR,
  NEXT_YEAR,
  PENDING,
  APPLICATION,
  SOME_APPLICATION,
  TOPIC,
  DISCLOSED(OutcomeCategory.DISCLOSED),
  PARTIALLY_DISCLOSED(OutcomeCategory.PARTIALLY_DISCLOSED),
  REFUSED(OutcomeCategory.REFUSED),
  UNABLE(OutcomeCategory.UNABLE_TO_PROVIDE),
  NOT_PROCESSED(OutcomeCategory.NOT_PROCESSED),
  OTHERWISE_HANDLED(OutcomeCategory.OTHER),
  STATE_SECRET(FormRow.STATE_SECRET),
  PROHIBITED_BY_LAW(FormRow.PROHIBITED_BY_LAW),
  THREE_SECURITIES_ONE_STABILITY(FormRow.THREE_SECURITIES_ONE_STABILITY),
  THIRD_PARTY_RIGHTS(FormRow.THIRD_PARTY_RIGHTS),
  INTERNAL_AFFAIRS(FormRow.INTERNAL_AFFAIRS),
  PROCESS_INFORMATION(FormRow.PROCESS_INFORMATION),
  ENFORCEMENT_CASE_FILE(FormRow.ENFORCEMENT_CASE_FILE),
  ADMINISTRATIVE_INQUIRY(FormRow.ADMINISTRATIVE_INQUIRY),
  NOT_HELD(FormRow.NOT_HELD),
  REQUIRES_CREATION(FormRow.REQUIRES_CREATION),
  STILL_UNCLEAR(FormRow.STILL_UNCLEAR_AFTER_CORRECTION),
  PETITION(FormRow.PETITION_OR_COMPLAINT),
  DUPLICATE(FormRow.DUPLICATE_APPLICATION),
  PUBLISHED_MATERIAL(FormRow.PUBLISHED_MATERIAL),
  EXCESSIVE(FormRow.EXCESSIVE_WITHOUT_REASON),
  CONFIRMATION(FormRow.CONFIRMATION_OR_REISSUE),
  CORRECTION_OVERDUE(FormRow.CORRECTION_OVERDUE),
  FEE_OVERDUE(FormRow.FEE_OVERDUE),
  NATURAL_PERSON(ApplicantType.NATURAL_PERSON),
  COMMERCIAL_ENTERPRISE(ApplicantType.COMMERCIAL_ENTERPRISE),
  RESEARCH_INSTITUTION(ApplicantType.RESEARCH_INSTITUTION),
  PUBLIC_WELFARE_ORGANIZATION(ApplicantType.PUBLIC_WELFARE_ORGANIZATION),
  LEGAL_SERVICE_PROVIDER(ApplicantType.LEGAL_SERVICE_PROVIDER),
  ORGANISATIONS(
      Arrays.stream(ApplicantType.values()).filter(ApplicantType::isOrganization).toList()),
  REST,
  RECONSIDERATION,
  LITIGATION,
  DIRECT_LITIGATION,
  LITIGATION_AFTER,
  UPHELD,
  CORRECTED,
  OTHER_RESULT,
  UNDECIDED,
  PASSIVE,
  REVIEWS,
  REGULATION,
  NORMATIVE,
  ISSUED,
  REPEALED,
  IN_FORCE,
  LICENCES,
  PENALTIES,
  COERCION,
  CHARGES,
  DECIDED,
  COLLECTED,
  FEE,
  FEE_NOTICE,
  FEE_TOTAL,
  FEE_PAID,
  OWN,
  REGION,
  EVERY_LEVEL,
  LEVEL,
  BELOW,
  FOREIGN_ORGAN,
  FOREIGN,
  /** Says that papers and applications were counted anew: 16份，合并为12件. */
  RECOUNTED,
  /** Where something is published; what is published stands in several. */
  MEDIA,
  CHANNEL,
  ALL,
  IN_TIME,
  RATE,
  OTHER_RATE,
  SHARE,
  COMPARED,
  CUMULATIVE,
  PART_OF_YEAR,
  THIS_YEAR,
  INTENT,
  NOT,
  OF_THESE,
  RESPECTIVELY,
  EXCEPT,
  /** A kind of applicant or of paper that no column of the form has. */
  SELECTING,
  VIA,
  /** 转至, which carries an application over where a year follows. */
  MOVED_TO,
  MADE_PUBLIC,
  TO,
  AND,
  INCLUDED,
  SAID,
  FILLER,
  /** A year by its number. */
  YEAR,
  /** A day, or the first or last month of a year. */
  DAY,
  /** A number with what it counts. */
  QUANTITY,
  /** 。！？ and the end of a line. */
  FULL_STOP,
  /** ；: parts of a sentence that say something each. */
  SEMICOLON,
  COMMA,
  /** 顿号 */
  PAUSE,
  OPENING,
  CLOSING,
  /** Characters that no word of the lexicon has. */
  UNKNOWN;

  private final List<FormRow> rows;
  private final List<ApplicantType> columns;

  Sense() {
    this.rows = List.of();
    this.columns = List.of();
  }

  Sense(OutcomeCategory category) {
    this.rows =
        Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.category() == category)
            .map(FormRow::of)
            .toList();
    this.columns = List.of();
  }

  Sense(FormRow row) {
    this.rows = List.of(row);
    this.columns = List.of();
  }

  Sense(ApplicantType type) {
    this(List.of(type));
  }

  Sense(List<ApplicantType> columns) {
    this.rows = List.of();
    this.columns = columns;
  }

  /** The rows of table three that count such outcomes; empty for what isn't an outcome. */
  public List<FormRow> rows() {
    return rows;
  }

  /** The columns of table three; empty for what isn't a kind of applicant. */
  public List<ApplicantType> columns() {
    return columns;
  }

  /** Whether it is one of 三（一） to 三（六）. */
  public boolean isCategory() {
    return compareTo(DISCLOSED) >= 0 && compareTo(OTHERWISE_HANDLED) <= 0;
  }

  public boolean isOutcome() {
    return !rows.isEmpty();
  }

  public boolean isColumn() {
    return !columns.isEmpty();
  }

  public boolean isStop() {
    return compareTo(FULL_STOP) >= 0 && compareTo(CLOSING) <= 0;
  }
}
