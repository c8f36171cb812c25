package disclosure.requests.fee;

import java.util.List;

/**
 * 按量计费 (国办函〔2020〕109号第五条): for the pages of one application, A4 or smaller, one side a page; not
 * added up over applications.
 */
public final class PageFee {

  /** A band of the tariff, up to and including its last page. */
  private record Band(int lastPage, Yuan perPage) {}

  private static final List<Band> BANDS =
      List.of(
          new Band(30, Yuan.ZERO),
          new Band(100, Yuan.of(10)),
          new Band(200, Yuan.of(20)),
          new Band(Integer.MAX_VALUE, Yuan.of(40)));

  private PageFee() {}

  /**
   * The fee for so many pages: each band pays its own price.
   *
   * @throws IllegalArgumentException for a negative number
   */
  public static Yuan of(int pages) {
    if (pages < 0) {
      throw new IllegalArgumentException("fewer than no pages");
    }
    Yuan sum = Yuan.ZERO;
    int before = 0;
    for (Band band : BANDS) {
      int inBand = Math.max(0, Math.min(pages, band.lastPage()) - before);
      sum = sum.plus(band.perPage().times(inBand));
      before = band.lastPage();
    }
    return sum;
  }
}
