package disclosure.requests.ledger.reading;

import disclosure.edge.Writing;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.sheet.Line;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A table that the register itself wrote. Its rows say which records they are; names in them are
 * masked. Rows that somebody has added say nothing there.
 */
final class OwnExport {

  /** The office's own number; 登记编号 is the register's id. */
  static final String REFERENCE = "来源编号";

  static final String ID = "登记编号";
  private static final String ORGAN = "行政机关代码";
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final int idPlace;
  private final int organPlace;

  private OwnExport(int idPlace, int organPlace) {
    this.idPlace = idPlace;
    this.organPlace = organPlace;
  }

  /** The one with these headings, if they are those of one. */
  static Optional<OwnExport> of(List<String> headings) {
    return headings.contains(REFERENCE) && headings.contains(ORGAN)
        ? Optional.of(new OwnExport(headings.indexOf(ID), headings.indexOf(ORGAN)))
        : Optional.empty();
  }

  /** Whether nothing says any more which records the rows are. */
  boolean isWithoutIds() {
    return idPlace < 0;
  }

  int idPlace() {
    return idPlace;
  }

  int organPlace() {
    return organPlace;
  }

  /** Whether a row is said to be one of another organ. */
  boolean isOfAnother(OrganCode organ, Line line) {
    String said = Writing.of(line.cell(organPlace));
    return !said.isEmpty() && !said.equals(Writing.of(organ.value()));
  }

  /** The id that a cell is, in whatever writing. */
  static Optional<UUID> id(String cell) {
    String written = Writing.of(cell);
    return UUIDS.matcher(written).matches()
        ? Optional.of(UUID.fromString(written))
        : Optional.empty();
  }
}
