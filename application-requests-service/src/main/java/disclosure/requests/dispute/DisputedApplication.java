package disclosure.requests.dispute;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.store.ApplicationLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a case can be about an application. */
@ApplicationScoped
class DisputedApplication {

  private final KnownOrgans organs;
  private final ApplicationLink applications;

  DisputedApplication(KnownOrgans organs, ApplicationLink applications) {
    this.organs = organs;
    this.applications = applications;
  }

  /**
   * What stands against it: it must be one of the organ or of those that the organ took over, and
   * received by the day on which the case was accepted.
   */
  List<Fault> faults(
      Connection connection, Optional<UUID> application, OrganCode organ, LocalDate acceptedOn)
      throws SQLException {
    if (application.isEmpty()) {
      return List.of();
    }
    Optional<LocalDate> receivedOn =
        applications.receivedOn(
            connection, application.get(), organs.withTakenOver(connection, organ));
    if (receivedOn.isEmpty()) {
      return List.of(RegisterFault.APPLICATION_UNKNOWN.at("applicationId"));
    }
    return acceptedOn.isBefore(receivedOn.get())
        ? List.of(
            RegisterFault.ACCEPTED_BEFORE_RECEIPT.at(
                "acceptedOn", Expected.atLeast(receivedOn.get())))
        : List.of();
  }
}
