package disclosure.report.text.claim;

import disclosure.report.text.Cell.DisputeColumn;
import disclosure.report.text.Cell.ProactiveItem;
import disclosure.report.text.word.Sense;
import disclosure.requests.contract.DisputeKind;
import java.util.List;
import java.util.Optional;

/** The places of tables two and four that words name. */
public final class OtherTables {

  private OtherTables() {}

  public static DisputeColumn column(Optional<Sense> result) {
    return result
        .map(
            sense ->
                switch (sense) {
                  case UPHELD -> DisputeColumn.UPHELD;
                  case CORRECTED -> DisputeColumn.CORRECTED;
                  case OTHER_RESULT -> DisputeColumn.OTHER;
                  default -> DisputeColumn.PENDING;
                })
        .orElse(DisputeColumn.TOTAL);
  }

  public static List<Told> disputes(Sense kind, DisputeColumn column) {
    Told direct =
        Told.disputes(DisputeKind.LITIGATION_DIRECT.label(), column, DisputeKind.LITIGATION_DIRECT);
    Told after =
        Told.disputes(
            DisputeKind.LITIGATION_AFTER_RECONSIDERATION.label(),
            column,
            DisputeKind.LITIGATION_AFTER_RECONSIDERATION);
    return switch (kind) {
      case RECONSIDERATION -> List.of(Told.disputes("行政复议", column, DisputeKind.RECONSIDERATION));
      case DIRECT_LITIGATION -> List.of(direct);
      case LITIGATION_AFTER -> List.of(after);
      default ->
          List.of(
              Told.disputes(
                  "行政诉讼",
                  column,
                  DisputeKind.LITIGATION_DIRECT,
                  DisputeKind.LITIGATION_AFTER_RECONSIDERATION),
              direct,
              after);
    };
  }

  public static ProactiveItem decision(Sense sense) {
    return switch (sense) {
      case LICENCES -> ProactiveItem.LICENCES;
      case PENALTIES -> ProactiveItem.PENALTIES;
      default -> ProactiveItem.COERCION;
    };
  }

  public static ProactiveItem document(boolean regulations, Sense sense) {
    return switch (sense) {
      case ISSUED ->
          regulations ? ProactiveItem.REGULATIONS_ISSUED : ProactiveItem.NORMATIVE_ISSUED;
      case REPEALED ->
          regulations ? ProactiveItem.REGULATIONS_REPEALED : ProactiveItem.NORMATIVE_REPEALED;
      default ->
          regulations ? ProactiveItem.REGULATIONS_IN_FORCE : ProactiveItem.NORMATIVE_IN_FORCE;
    };
  }
}
