package disclosure.requests.repetition;

import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.lookup.SearchKeys;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.store.NewApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * New rows of a ledger whose person has asked the organ the same before: told, and no obstacle. To
 * look for it is to look for a person, and stands in the audit trail.
 */
@ApplicationScoped
public class AskedBefore {

  private static final String SOUGHT_BY = "applicant.name,subject";

  private final StoredSearchKeys keys;
  private final AuditTrail audit;

  AskedBefore(StoredSearchKeys keys, AuditTrail audit) {
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * What would become of rows, with this told of those that would be new.
   *
   * @param caller who asks
   * @param rows what they say, where it could be read
   * @param results what would become of them, in the same order
   */
  public List<RowResult> told(
      Connection connection,
      Caller caller,
      List<Optional<NewApplication>> rows,
      List<RowResult> results)
      throws SQLException {
    Map<OrganCode, List<SearchKeys>> added = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).change() == Change.ADDED) {
        rows.get(i)
            .filter(row -> row.keys().request().isPresent())
            .ifPresent(
                row ->
                    added
                        .computeIfAbsent(row.key().organCode(), none -> new ArrayList<>())
                        .add(row.keys()));
      }
    }
    Set<SearchKeys> known = new HashSet<>();
    for (Map.Entry<OrganCode, List<SearchKeys>> organ : added.entrySet()) {
      audit.append(
          connection,
          caller,
          AuditAction.APPLICANT_SOUGHT,
          SOUGHT_BY,
          Optional.of(organ.getKey()),
          1);
      known.addAll(keys.askedBefore(connection, organ.getKey(), organ.getValue()));
    }
    List<RowResult> told = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      boolean isKnown =
          results.get(i).change() == Change.ADDED
              && rows.get(i).map(NewApplication::keys).filter(known::contains).isPresent();
      told.add(
          isKnown
              ? new RowResult(
                  Change.ADDED, List.of(RegisterFault.SAME_REQUEST_IN_REGISTER.at("subject")))
              : results.get(i));
    }
    return told;
  }
}
