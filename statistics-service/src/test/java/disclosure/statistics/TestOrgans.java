package disclosure.statistics;

/** Made-up organs with valid check characters. */
public final class TestOrgans {

  /** 临县人民政府. */
  public static final String COUNTY = coded("11141124012345698");

  /** 临县人民政府办公室, below the county government. */
  public static final String OFFICE = "111411240123456713";

  /** An organ of another tree. */
  public static final String FOREIGN = coded("11000000000013338");

  private TestOrgans() {}

  /** The 17 characters with their check character. */
  public static String coded(String first17) {
    return first17 + disclosure.requests.contract.OrganCode.checkCharacter(first17);
  }
}
