package disclosure.report.draft;

import disclosure.requests.contract.OrganCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All versions of all drafts. */
@ApplicationScoped
class DraftRevisions implements PanacheRepositoryBase<DraftRevision, DraftRevisionId> {

  List<DraftRevision> all(OrganCode organ, int year) {
    return list(
        "id.organCode = ?1 and id.year = ?2", Sort.descending("id.version"), organ.value(), year);
  }

  Optional<DraftRevision> latest(OrganCode organ, int year) {
    return find(
            "id.organCode = ?1 and id.year = ?2",
            Sort.descending("id.version"),
            organ.value(),
            year)
        .page(0, 1)
        .firstResultOptional();
  }
}
