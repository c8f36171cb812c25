package disclosure.report.draft;

import disclosure.report.content.ReportId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

  private static Parameters parameters(ReportId id) {
    return Parameters.with("organ", id.organ().value())
        .and("year", id.year())
        .and("scope", id.scope());
  }
}
