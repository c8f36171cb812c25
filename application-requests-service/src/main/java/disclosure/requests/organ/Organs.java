package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory. */
@ApplicationScoped
class Organs implements PanacheRepositoryBase<Organ, String> {

  /** Any number; it only has to be this lock's own. */
  private static final long DIRECTORY = 3_0491;

  /** Lets one change of the directory happen after the other until the transaction ends. */
  void lock() {
    getEntityManager()
        .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) AS locked")
        .setParameter(1, DIRECTORY)
        .getSingleResult();
  }

  Optional<Organ> named(OrganCode code) {
    return findByIdOptional(code.value());
  }

  /**
   * A page of the directory in the order of the codes.
   *
   * @param name a part of the name; empty for any
   * @param parent the organ directly above; absent for any
   * @param after the last code of the page before; empty for the first page
   */
  List<Organ> page(String name, Optional<OrganCode> parent, String after, int size) {
    return find(
            """
            locate(:name, name) > 0 and (:parent = '' or parentCode = :parent) and code > :after
            order by code
            """,
            Map.<String, Object>of(
                "name", name,
                "parent", parent.map(OrganCode::value).orElse(""),
                "after", after))
        .page(0, size)
        .list();
  }

  /** Whether the second organ is the first one or lies below it. */
  boolean isWithin(OrganCode top, OrganCode organ) {
    Number found =
        (Number)
            getEntityManager()
                .createNativeQuery(
                    """
                    WITH RECURSIVE above AS (
                      SELECT code, parent_code FROM requests.organ WHERE code = ?1
                      UNION
                      SELECT organ.code, organ.parent_code
                      FROM requests.organ organ JOIN above ON organ.code = above.parent_code)
                    SELECT count(*) FROM above WHERE code = ?2
                    """)
                .setParameter(1, organ.value())
                .setParameter(2, top.value())
                .getSingleResult();
    return found.longValue() > 0;
  }
}
