package disclosure.statistics.cell;

import disclosure.statistics.cell.CellQuestion.PageToken;
import java.util.List;
import java.util.Optional;

/** In which order the applications behind a cell are listed; their ids settle what is equal. */
enum CellOrder {
  /** By the day of receipt, whosever they are. */
  DAY("received_on, application_id", ":afterDay, :afterId"),
  /**
   * By organ and then by the day of receipt: of many organs only some have to be looked at for a
   * page.
   */
  ORGAN_AND_DAY("organ_code, received_on, application_id", ":afterOrgan, :afterDay, :afterId"),
  /** As the release before lists them: a list that it began is gone on with. */
  ORGAN("organ_code, application_id", ":afterOrgan, :afterId");

  /** Of as many organs all applications are looked at for each page. */
  static final int FEW_ORGANS = 100;

  private final String columns;
  private final String place;

  CellOrder(String columns, String place) {
    this.columns = columns;
    this.place = place;
  }

  /** The one of the page before, and of a first page that of so many organs. */
  static CellOrder of(Optional<PageToken> after, List<String> organs) {
    return after.map(PageToken::order).orElse(organs.size() <= FEW_ORGANS ? DAY : ORGAN_AND_DAY);
  }

  String columns() {
    return columns;
  }

  /** What lies beyond the place where the page before ended. */
  String beyond() {
    return "(" + columns + ") > (" + place + ")";
  }

  /** Where a page ends that ends with the application. */
  PageToken after(CellPage.Item last) {
    return new PageToken(
        this == DAY ? Optional.empty() : Optional.of(last.organCode()),
        this == ORGAN ? Optional.empty() : Optional.of(last.receivedOn()),
        last.applicationId());
  }
}
