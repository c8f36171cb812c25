package disclosure.acceptance.product;

import disclosure.acceptance.product.AcknowledgedPosts.Business;
import disclosure.acceptance.product.AcknowledgedPosts.Office;
import java.time.LocalDate;
import java.util.Random;

/** Days from March on, so that some applications are concluded in the next year. */
final class ThroughTheYear implements Business {

  /** The year in which all are received. */
  static final int YEAR = 2025;

  private static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 3, 1);
  private static final int DAYS = 306;

  private final Random random;

  ThroughTheYear(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public void next(Office office, int number) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    office.register(number, day, random);
    if (random.nextBoolean()) {
      office.conclude(number, day.plusDays(random.nextInt(15)), random);
    }
  }
}
