package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts one cell from the newest states alone, by the sentences of the arithmetic. */
final class Recount {

  private final Collection<ApplicationState> newest;

  Recount(Collection<ApplicationState> newest) {
    this.newest =
        newest.stream()
            .filter(state -> state.status() != ApplicationStatus.VOIDED)
            .collect(Collectors.toList());
  }

  /** Counts from what was recorded up to the moment. */
  static Recount knownAt(Collection<List<ApplicationState>> histories, Instant moment) {
    return new Recount(
        histories.stream()
            .flatMap(
                versions ->
                    versions.stream()
                        .filter(state -> !state.recordedAt().isAfter(moment))
                        .max(Comparator.comparing(ApplicationState::version))
                        .stream())
            .toList());
  }

  long cell(Set<OrganCode> organs, Period period, FormRow row, ApplicantType type) {
    return ids(organs, period, row, Optional.of(type)).size();
  }

  Set<UUID> ids(Set<OrganCode> organs, Period period, FormRow row, Optional<ApplicantType> type) {
    return newest.stream()
        .filter(state -> organs.contains(state.organCode()))
        .filter(state -> type.map(column -> column == state.applicantType()).orElse(true))
        .filter(state -> isIn(state, period, row))
        .map(ApplicationState::applicationId)
        .collect(Collectors.toSet());
  }

  private static boolean isIn(ApplicationState state, Period period, FormRow row) {
    if (row == FormRow.NEWLY_RECEIVED) {
      return within(state.receivedOn(), period);
    }
    if (row == FormRow.CARRIED_IN) {
      return isOpenBefore(state, period.from());
    }
    if (row == FormRow.CARRIED_OUT) {
      return isOpenBefore(state, period.to().plusDays(1));
    }
    boolean concluded = state.concludedOn().filter(day -> within(day, period)).isPresent();
    return concluded
        && (row == FormRow.CONCLUDED || row.name().equals(state.outcome().orElseThrow().name()));
  }

  private static boolean isOpenBefore(ApplicationState state, LocalDate day) {
    return state.receivedOn().isBefore(day)
        && !state.concludedOn().filter(concluded -> concluded.isBefore(day)).isPresent();
  }

  private static boolean within(LocalDate day, Period period) {
    return !day.isBefore(period.from()) && !day.isAfter(period.to());
  }
}
