package disclosure.edge.testing;

import disclosure.requests.contract.OrganCode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

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

  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestOrgans() {}

  /** The 17 characters with their check character. */
  public static String coded(String first17) {
    return first17 + OrganCode.checkCharacter(first17);
  }

  /** A valid code that no other test uses. */
  public static String fresh() {
    return coded(String.format(Locale.ROOT, "12%015d", NEXT.incrementAndGet()));
  }
}
