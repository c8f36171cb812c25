package disclosure.report.examination.figure;

import disclosure.requests.contract.ApplicantType;
import java.util.List;
import java.util.Optional;

/** The seven columns of table three: the applicant types, and their total. */
public enum Column {
  /** 自然人. */
  NATURAL_PERSON(ApplicantType.NATURAL_PERSON),
  /** 商业企业. */
  COMMERCIAL_ENTERPRISE(ApplicantType.COMMERCIAL_ENTERPRISE),
  /** 科研机构. */
  RESEARCH_INSTITUTION(ApplicantType.RESEARCH_INSTITUTION),
  /** 社会公益组织. */
  PUBLIC_WELFARE_ORGANIZATION(ApplicantType.PUBLIC_WELFARE_ORGANIZATION),
  /** 法律服务机构. */
  LEGAL_SERVICE_PROVIDER(ApplicantType.LEGAL_SERVICE_PROVIDER),
  /** 其他. */
  OTHER_ORGANIZATION(ApplicantType.OTHER_ORGANIZATION),
  /** 总计. */
  TOTAL(null);

  /** The applicant types, in the order of the form. */
  public static final List<Column> TYPES = List.of(values()).subList(0, TOTAL.ordinal());

  private final Optional<ApplicantType> type;

  Column(ApplicantType type) {
    this.type = Optional.ofNullable(type);
  }

  /** The applicant type; empty for the total. */
  public Optional<ApplicantType> type() {
    return type;
  }

  /** The column's heading as printed in the form. */
  public String label() {
    return type.map(ApplicantType::label).orElse("总计");
  }
}
