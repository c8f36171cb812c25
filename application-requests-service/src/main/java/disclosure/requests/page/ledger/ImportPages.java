package disclosure.requests.page.ledger;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.look.Wording;
import disclosure.requests.ledger.LedgerImport;
import disclosure.requests.ledger.TakeLedger;
import disclosure.requests.ledger.result.DoneRow;
import disclosure.requests.ledger.result.RowToken;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.page.PageCaller;
import disclosure.requests.repetition.Change;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How far the import of a ledger is, and what was done with each of its rows. */
@Path(LedgerPages.PATH + "/imports/{id}")
@Blocking
@RolesAllowed(Role.RECORDER)
class ImportPages {

  private static final int ROWS = 50;
  private static final int SECONDS = 3;

  private final TakeLedger ledgers;
  private final OrganNames names;
  private final PageCaller caller;

  ImportPages(TakeLedger ledgers, OrganNames names, PageCaller caller) {
    this.ledgers = ledgers;
    this.names = names;
    this.caller = caller;
  }

  static String address(UUID id) {
    return LedgerPages.PATH + "/imports/" + id;
  }

  /**
   * The page has the browser load it anew while the import goes on.
   *
   * @param still present so that it doesn't
   */
  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response show(
      @RestPath String id,
      @RestQuery Optional<String> change,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> still)
      throws SQLException {
    UUID ledger = Parameters.id(id);
    Optional<Change> only = change.map(ImportPages::change);
    LedgerImport found = ledgers.progress(ledger, Wording.language());
    List<DoneRow> rows =
        ledgers.rows(ledger, only, RowToken.of(after), ROWS + 1, Wording.language());
    boolean isMore = rows.size() > ROWS;
    List<DoneRow> shown = isMore ? rows.subList(0, ROWS) : rows;
    Imported imported =
        Imported.of(
            address(ledger),
            names.of(found.organCode()),
            found,
            only,
            shown,
            isMore ? Optional.of(shown.get(ROWS - 1).token().token()) : Optional.empty(),
            still.isPresent());
    Response page = PageCaller.page(200, Templates.imported(caller.shownName(), imported));
    return imported.running() && still.isEmpty()
        ? Response.fromResponse(page).header("Refresh", SECONDS).build()
        : page;
  }

  private static Change change(String code) {
    return Arrays.stream(Change.values())
        .filter(one -> one.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at("change", Expected.oneOf(Change.values()))));
  }
}
