package disclosure.requests;

/** Made-up organs with valid check characters. */
public final class TestOrgans {

  /** The county government, above the office and the township. */
  public static final String COUNTY = "111411240123456814";

  /** The county government's office. */
  public static final String OFFICE = "111411240123456713";

  /** A township of the county. */
  public static final String TOWNSHIP = "111411240123456915";

  /** An organ of another tree. */
  public static final String FOREIGN = "113300000123456712";

  private TestOrgans() {}
}
