package disclosure.statistics.cell;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.contract.Scope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The applications behind one cell, or a part of them.
 *
 * @param count the cell's number; all pages together have as many items
 * @param next where the following part is; null in JSON after the last one
 */
public record CellPage(
    OrganCode organ,
    LocalDate from,
    LocalDate to,
    Scope scope,
    FormRow row,
    String column,
    Instant asOf,
    long count,
    List<Item> items,
    Optional<URI> next) {

  /**
   * One application, as it counted.
   *
   * @param register where the register has it, below the register's own address
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "CellItem")
  public record Item(
      UUID applicationId,
      long version,
      OrganCode organCode,
      ApplicantType applicantType,
      LocalDate receivedOn,
      ApplicationStatus status,
      Optional<Outcome> outcome,
      Optional<LocalDate> concludedOn,
      String register) {}
}
