package disclosure.report.draft;

import disclosure.report.content.ReportId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All versions of all drafts. */
@ApplicationScoped
class DraftRevisions implements PanacheRepositoryBase<DraftRevision, DraftRevisionId> {

  List<DraftRevision> all(ReportId id) {
    return list(
        "id.organCode = ?1 and id.year = ?2 and id.scope = ?3",
        Sort.descending("id.version"),
        id.organ().value(),
        id.year(),
        id.scope());
  }

  Optional<DraftRevision> latest(ReportId id) {
    return find(
            "id.organCode = ?1 and id.year = ?2 and id.scope = ?3",
            Sort.descending("id.version"),
            id.organ().value(),
            id.year(),
            id.scope())
        .page(0, 1)
        .firstResultOptional();
  }
}
