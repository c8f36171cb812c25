package disclosure.report.draft;

import disclosure.report.content.ReportId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions of all drafts. */
@ApplicationScoped
class DraftRevisions implements PanacheRepositoryBase<DraftRevision, DraftRevisionId> {

  private static final String OF_REPORT =
      "id.organCode = :organ and id.year = :year and id.scope = :scope";

  /** Some versions before one, the newest first. */
  List<DraftRevision> before(ReportId id, long version, int limit) {
    return find(
            OF_REPORT + " and id.version < :version",
            Sort.descending("id.version"),
            parameters(id, version))
        .page(0, limit)
        .list();
  }

  /** Who signed in to write some versions, or else the clients that wrote them. */
  List<String> writers(ReportId id, long after, long last) {
    return getEntityManager()
        .createQuery(
            "select distinct coalesce(person, recordedBy) from DraftRevision where "
                + OF_REPORT
                + " and id.version > :after and id.version <= :last",
            String.class)
        .setParameter("organ", id.organ().value())
        .setParameter("year", id.year())
        .setParameter("scope", id.scope())
        .setParameter("after", after)
        .setParameter("last", last)
        .getResultList();
  }

  Optional<DraftRevision> version(ReportId id, long version) {
    return find(OF_REPORT + " and id.version = :version", parameters(id, version))
        .firstResultOptional();
  }

  Optional<DraftRevision> latest(ReportId id) {
    return find(OF_REPORT, Sort.descending("id.version"), parameters(id))
        .page(0, 1)
        .firstResultOptional();
  }

  private static Map<String, Object> parameters(ReportId id, long version) {
    Map<String, Object> parameters = new HashMap<>(parameters(id));
    parameters.put("version", version);
    return parameters;
  }

  private static Map<String, Object> parameters(ReportId id) {
    return Map.of("organ", id.organ().value(), "year", id.year(), "scope", id.scope());
  }
}
