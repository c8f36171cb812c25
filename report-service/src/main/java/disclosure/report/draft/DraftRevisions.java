package disclosure.report.draft;

import disclosure.report.content.ReportId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions of all drafts. */
@ApplicationScoped
class DraftRevisions implements PanacheRepositoryBase<DraftRevision, DraftRevisionId> {

  private static final String OF_REPORT =
      "id.organCode = :organ and id.year = :year and id.scope = :scope";

  List<DraftRevision> all(ReportId id) {
    return list(OF_REPORT, Sort.descending("id.version"), parameters(id));
  }

  Optional<DraftRevision> latest(ReportId id) {
    return find(OF_REPORT, Sort.descending("id.version"), parameters(id))
        .page(0, 1)
        .firstResultOptional();
  }

  private static Map<String, Object> parameters(ReportId id) {
    return Map.of("organ", id.organ().value(), "year", id.year(), "scope", id.scope());
  }
}
