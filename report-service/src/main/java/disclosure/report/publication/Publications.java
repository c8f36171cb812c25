package disclosure.report.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** All that was ever published. */
@ApplicationScoped
public class Publications {

  private static final String COLUMNS =
      "revision, report, sha256, sm3, reason, changed, published_by, published_at";
  private static final String KEY = " WHERE organ_code = ? AND report_year = ? AND scope = ?";

  private static final String CORRECTED_SINCE =
      """
      WITH RECURSIVE part (report_year, code, scope, revision) AS (
        SELECT report_year, child_code, child_scope, child_revision FROM published_child
         WHERE organ_code = ? AND report_year = ? AND scope = ? AND revision = ?
        UNION
        SELECT below.report_year, below.child_code, below.child_scope, below.child_revision
          FROM published_child below JOIN part
            ON below.organ_code = part.code AND below.report_year = part.report_year
               AND below.scope = part.scope AND below.revision = part.revision)
      SELECT EXISTS (
        SELECT FROM part JOIN publication newer
            ON newer.organ_code = part.code AND newer.report_year = part.report_year
               AND newer.scope = part.scope AND newer.revision > part.revision)
      """;

  private final DataSource database;
  private final LifeSteps steps;

  Publications(DataSource database, LifeSteps steps) {
    this.database = database;
    this.steps = steps;
  }

  /** The revision in force. */
  public Optional<Publication> newest(ReportId id) {
    return select(id, " ORDER BY revision DESC LIMIT 1").stream().findFirst();
  }

  /** The revisions in force of some reports on one year; those that aren't published are absent. */
  public Map<ReportId, Publication> newest(int year, Collection<ReportId> ids) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT DISTINCT ON (organ_code, scope) "
                    + COLUMNS
                    + " FROM publication JOIN unnest(?, ?) AS wanted (organ_code, scope)"
                    + " USING (organ_code, scope) WHERE report_year = ?"
                    + " ORDER BY organ_code, scope, revision DESC")) {
      select.setArray(
          1,
          connection.createArrayOf("text", ids.stream().map(id -> id.organ().value()).toArray()));
      select.setArray(
          2, connection.createArrayOf("text", ids.stream().map(id -> id.scope().name()).toArray()));
      select.setInt(3, year);
      return read(select).stream()
          .collect(Collectors.toMap(found -> found.report().id(), Function.identity()));
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  /** One revision. */
  public Optional<Publication> revision(ReportId id, int revision) {
    return select(id, " AND revision = " + revision).stream().findFirst();
  }

  /** One revision by its number as a reader wrote it; empty when that is no revision's number. */
  public Optional<Publication> named(ReportId id, String revision) {
    return revision.matches("[1-9]\\d{0,5}")
        ? revision(id, Integer.parseInt(revision))
        : Optional.empty();
  }

  /** Every revision, the newest first. */
  public List<Publication> all(ReportId id) {
    return select(id, " ORDER BY revision DESC");
  }

  /**
   * Adds a revision with all that belongs to it, and the step of its life.
   *
   * @param step what was done, by whom and when
   * @throws Refusal 412 when the revision is there already, or another step was taken meanwhile
   */
  @Transactional
  public Publication add(
      int revision,
      FrozenReport report,
      LifeStep step,
      List<ChangedFigure> changed,
      List<FrozenDocument> documents,
      List<FrozenApplication> applications) {
    String json = FrozenJson.write(report);
    Digests digests = Digests.of(json.getBytes(StandardCharsets.UTF_8));
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO publication (organ_code, report_year, scope, draft_version, "
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int next = Keys.bind(insert, report.id());
      insert.setLong(next++, report.draftVersion());
      insert.setInt(next++, revision);
      insert.setString(next++, json);
      insert.setBytes(next++, digests.sha256Bytes());
      insert.setBytes(next++, digests.sm3Bytes());
      insert.setString(next++, step.reason().orElse(null));
      insert.setString(next++, FrozenJson.write(changed));
      insert.setString(next++, step.recordedBy());
      insert.setObject(next, step.recordedAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
      PublishedParts.add(connection, report, revision, documents, applications);
      steps.add(connection, report.id(), step);
    } catch (SQLException failure) {
      if (StorageFailure.isTaken(failure)) {
        throw Refusal.changedMeanwhile();
      }
      throw new StorageFailure(failure);
    }
    return new Publication(
        revision, report, digests, step.reason(), changed, step.recordedBy(), step.recordedAt());
  }

  /** The frozen report of a revision, byte for byte what its digests are of. */
  public Optional<FrozenDocument> frozen(ReportId id, int revision) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT report, sha256, sm3 FROM publication" + KEY + " AND revision = ?")) {
      select.setInt(Keys.bind(select, id), revision);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new FrozenDocument(
                    "json",
                    "application/json",
                    row.getString(1).getBytes(StandardCharsets.UTF_8),
                    Digests.of(row.getBytes(2), row.getBytes(3))))
            : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  /**
   * Whether a report that a published sum is of, directly or in a sum below, was corrected since.
   */
  public boolean isStale(ReportId id, int revision) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(CORRECTED_SINCE)) {
      select.setInt(Keys.bind(select, id), revision);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  /** One document of a revision. */
  public Optional<FrozenDocument> document(ReportId id, int revision, String format) {
    return PublishedParts.documents(database, id, revision, Optional.of(format)).stream()
        .findFirst();
  }

  /** The formats of a revision with their digests, without the bytes. */
  public List<FrozenDocument> documents(ReportId id, int revision) {
    return PublishedParts.documents(database, id, revision, Optional.empty());
  }

  /** The applications behind a revision's table three, in the order of their ids. */
  public List<FrozenApplication> applications(
      ReportId id, int revision, Optional<java.util.UUID> after, int limit) {
    return PublishedParts.applications(database, id, revision, after, limit);
  }

  private List<Publication> select(ReportId id, String which) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT " + COLUMNS + " FROM publication" + KEY + which)) {
      Keys.bind(select, id);
      return read(select);
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  private static List<Publication> read(PreparedStatement select) throws SQLException {
    List<Publication> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Publication(
                row.getInt(1),
                FrozenJson.read(row.getString(2), FrozenReport.class),
                Digests.of(row.getBytes(3), row.getBytes(4)),
                Optional.ofNullable(row.getString(5)),
                FrozenJson.read(row.getString(6), new TypeReference<>() {}),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant()));
      }
    }
    return found;
  }
}
