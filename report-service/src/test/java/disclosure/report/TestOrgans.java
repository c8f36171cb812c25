package disclosure.report;

import disclosure.requests.contract.OrganCode;

/** Made-up organs with valid check characters. */
public final class TestOrgans {

  /** The county government, above the office and the township. */
  public static final String COUNTY = "111411240123456814";

  /** The county government's office, whose figures are those of its published report. */
  public static final String OFFICE = "111411240123456713";

  /** The same office once more, for the test that publishes its report. */
  public static final String PUBLISHED_OFFICE = withCheckCharacter("11141124012345672");

  /** A township of the county. */
  public static final String TOWNSHIP = "111411240123456915";

  /** An organ of another tree. */
  public static final String FOREIGN = "113300000123456712";

  /** An organ that the statistics have never heard of. */
  public static final String UNKNOWN = withCheckCharacter("11330000012345679");

  private TestOrgans() {}

  static boolean isOffice(String organ) {
    return organ.equals(OFFICE) || organ.equals(PUBLISHED_OFFICE);
  }

  /** A department of the county that no other test writes for, by a number from 0 to 99. */
  public static String department(int number) {
    return withCheckCharacter("114111240200000" + (number / 10) + (number % 10));
  }

  private static String withCheckCharacter(String first17) {
    return first17 + OrganCode.checkCharacter(first17);
  }
}
