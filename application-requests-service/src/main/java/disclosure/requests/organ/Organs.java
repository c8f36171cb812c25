package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** A page of those that exist on a day, by their names and parents of then. */
  List<Organ> page(LocalDate day, String name, Optional<OrganCode> parent, String after, int size) {
    Stream<?> found =
        getEntityManager()
            .createNativeQuery(
                """
            SELECT organ.* FROM requests.organ
            JOIN requests.organ_on(?1) held USING (code)
            WHERE held.is_valid AND position(?2 IN held.name) > 0
              AND (?3 = '' OR held.above = ?3) AND code > ?4
            ORDER BY code
            LIMIT ?5
            """,
                Organ.class)
            .setParameter(1, day)
            .setParameter(2, name)
            .setParameter(3, parent.map(OrganCode::value).orElse(""))
            .setParameter(4, after)
            .setParameter(5, size)
            .getResultStream();
    return found.map(Organ.class::cast).toList();
  }

  /**
   * A page of those that lie below another on a day, at any depth: also by way of one that was
   * merged before and isn't among them.
   */
  List<Organ> subtree(LocalDate day, OrganCode top, String after, int size) {
    Stream<?> found =
        getEntityManager()
            .createNativeQuery(
                """
            WITH RECURSIVE held AS MATERIALIZED (
              SELECT code, above, is_valid FROM requests.organ_on(?1)
            ), below AS (
              SELECT code, is_valid FROM held WHERE above = ?2
              UNION
              SELECT held.code, held.is_valid FROM held JOIN below ON held.above = below.code
            )
            SELECT organ.* FROM requests.organ JOIN below USING (code)
            WHERE is_valid AND code > ?3
            ORDER BY code
            LIMIT ?4
            """,
                Organ.class)
            .setParameter(1, day)
            .setParameter(2, top.value())
            .setParameter(3, after)
            .setParameter(4, size)
            .getResultStream();
    return found.map(Organ.class::cast).toList();
  }

  /**
   * Whether on some day the organ stands below itself, by its parents of then and by the organs
   * that others were merged into.
   */
  boolean isInCircle(OrganCode organ) {
    return (Boolean)
        getEntityManager()
            .createNativeQuery(
                """
                WITH RECURSIVE reached AS (
                  SELECT CAST(?1 AS text) AS code
                  UNION
                  SELECT edge.above
                  FROM reached
                  JOIN (SELECT code, parent_code AS above FROM requests.organ
                        UNION ALL SELECT code, successor_code FROM requests.organ
                        UNION ALL SELECT organ_code, parent_code FROM requests.organ_term) edge
                    ON edge.code = reached.code
                  WHERE edge.above IS NOT NULL
                ), change AS (
                  SELECT until AS day FROM requests.organ_term JOIN reached ON organ_code = code
                  UNION
                  SELECT valid_to FROM requests.organ JOIN reached USING (code)
                  WHERE valid_to IS NOT NULL
                ), looked AS (
                  SELECT day FROM change UNION SELECT day + 1 FROM change
                  UNION SELECT CAST('infinity' AS date)
                ), walk AS (
                  SELECT day, requests.organ_above(?1, day) AS code FROM looked
                  UNION
                  SELECT day, requests.organ_above(code, day) FROM walk
                  WHERE code IS NOT NULL AND code <> ?1
                )
                SELECT EXISTS (SELECT 1 FROM walk WHERE code = ?1)
                """)
            .setParameter(1, organ.value())
            .getSingleResult();
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
