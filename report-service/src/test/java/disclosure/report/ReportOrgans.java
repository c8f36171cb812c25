package disclosure.report;

import disclosure.edge.testing.TestOrgans;

/** Organs that the tests of reports have beside those that all tests know. */
public final class ReportOrgans {

  /** The office once more, for the test that publishes its report. */
  public static final String PUBLISHED_OFFICE = TestOrgans.coded("11141124012345672");

  /** An organ that the statistics have never heard of. */
  public static final String UNKNOWN = TestOrgans.coded("11330000012345679");

  /** A department that was below the county, and is no longer. */
  public static final String LEFT_COUNTY = TestOrgans.coded("11141124023456781");

  /**
   * Came below that department when it was no longer below the county, which never was above it.
   */
  public static final String BELOW_LEFT = TestOrgans.coded("11141124023456782");

  private ReportOrgans() {}

  static boolean isOffice(String organ) {
    return organ.equals(TestOrgans.OFFICE) || organ.equals(PUBLISHED_OFFICE);
  }

  /** A department of the county that no other test writes for, by a number from 0 to 99. */
  public static String department(int number) {
    return TestOrgans.coded("114111240200000" + (number / 10) + (number % 10));
  }
}
