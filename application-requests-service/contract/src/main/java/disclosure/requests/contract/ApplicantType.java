package disclosure.requests.contract;

/** 申请人类型: the six columns of table three of the annual report, in the order of the form. */
public enum ApplicantType {
  NATURAL_PERSON("自然人"),
  COMMERCIAL_ENTERPRISE("商业企业"),
  RESEARCH_INSTITUTION("科研机构"),
  PUBLIC_WELFARE_ORGANIZATION("社会公益组织"),
  LEGAL_SERVICE_PROVIDER("法律服务机构"),
  OTHER_ORGANIZATION("其他");

  private final String label;

  ApplicantType(String label) {
    this.label = label;
  }

  /** The column's heading as printed in the form. */
  public String label() {
    return label;
  }

  /** Whether the form puts the column under 法人或其他组织. */
  public boolean isOrganization() {
    return this != NATURAL_PERSON;
  }
}
