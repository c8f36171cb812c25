package disclosure.report.release;

import disclosure.report.publication.FrozenApplication;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Table three counted again from a list of applications, by the rules of the form. */
final class TracedFigures {

  private TracedFigures() {}

  /** Whether the applications, each once, make up every cell of the table. */
  static boolean addUpTo(List<FrozenApplication> applications, Matrix matrix) {
    Set<UUID> seen = new HashSet<>();
    Map<FormRow, Map<ApplicantType, Long>> counted = new EnumMap<>(FormRow.class);
    for (FrozenApplication application : applications) {
      Set<FormRow> rows = rows(application, matrix.from(), matrix.to());
      if (rows.isEmpty() || !seen.add(application.applicationId())) {
        return false;
      }
      rows.forEach(row -> add(row, application.applicantType(), counted));
    }
    for (MatrixRow row : matrix.rows()) {
      Map<ApplicantType, Long> cells = counted.getOrDefault(row.code(), Map.of());
      for (ApplicantType type : ApplicantType.values()) {
        if (cells.getOrDefault(type, 0L) != row.counts().of(type)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The rows in which an application counts; none when it has no place in the period. */
  static Set<FormRow> rows(FrozenApplication application, LocalDate from, LocalDate to) {
    boolean ended = application.concludedOn().isPresent();
    boolean before = ended && application.concludedOn().get().isBefore(from);
    if (application.receivedOn().isAfter(to) || before) {
      return Set.of();
    }
    FormRow came =
        application.receivedOn().isBefore(from) ? FormRow.CARRIED_IN : FormRow.NEWLY_RECEIVED;
    if (!ended || application.concludedOn().get().isAfter(to)) {
      return EnumSet.of(came, FormRow.CARRIED_OUT);
    }
    return application
        .outcome()
        .<Set<FormRow>>map(outcome -> EnumSet.of(came, FormRow.of(outcome), FormRow.CONCLUDED))
        .orElse(Set.of());
  }

  private static void add(
      FormRow row, ApplicantType type, Map<FormRow, Map<ApplicantType, Long>> counted) {
    counted
        .computeIfAbsent(row, key -> new EnumMap<>(ApplicantType.class))
        .merge(type, 1L, Long::sum);
  }
}
