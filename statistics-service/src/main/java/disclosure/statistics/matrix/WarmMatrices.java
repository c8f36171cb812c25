package disclosure.statistics.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import disclosure.edge.OrganLine;
import disclosure.edge.Refusal;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.operations.SnapshotMark;
import disclosure.statistics.operations.SnapshotMarks;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.Viewer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Table three as JSON, from memory as long as nothing was written to the database since it was
 * read. That is asked of the database for each answer; an answer from memory is the one that a
 * snapshot of this moment would give.
 */
@ApplicationScoped
class WarmMatrices {

  private static final int MAX_BYTES = 16 << 20;
  private static final byte[] AS_OF = "\"asOf\":\"".getBytes(StandardCharsets.US_ASCII);

  /**
   * An answer.
   *
   * @param tag the same for the same figures only
   */
  record Ready(byte[] json, String tag) {}

  /**
   * An answer that is kept.
   *
   * @param state of the snapshot that it was read from
   * @param line by which it is decided who may read it from memory, on that day
   * @param day of the line
   * @param json as it was at the moment of the snapshot
   * @param from where the moment begins in it
   * @param to where it ends
   */
  private record Kept(
      String state,
      OrganLine line,
      LocalDate day,
      boolean isOfThePresent,
      String tag,
      byte[] json,
      int from,
      int to) {

    Ready asRead() {
      return new Ready(json, tag);
    }

    Ready at(Instant moment) {
      if (!isOfThePresent) {
        return asRead();
      }
      byte[] asOf = moment.toString().getBytes(StandardCharsets.US_ASCII);
      byte[] other = new byte[from + asOf.length + json.length - to];
      System.arraycopy(json, 0, other, 0, from);
      System.arraycopy(asOf, 0, other, from, asOf.length);
      System.arraycopy(json, to, other, from + asOf.length, json.length - to);
      return new Ready(other, tag);
    }
  }

  private final DataSource database;
  private final SnapshotMarks marks;
  private final ObjectMapper mapper;
  private final Cache<Question, Kept> answers =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((Question question, Kept kept) -> kept.json().length)
          .build();

  WarmMatrices(DataSource database, SnapshotMarks marks, ObjectMapper mapper) {
    this.database = database;
    this.marks = marks;
    this.mapper = mapper;
  }

  /** The answer of a snapshot that is taken after this call; fails when the caller may not ask. */
  Uni<Ready> read(Question question, Viewer viewer) {
    return Optional.ofNullable(answers.getIfPresent(question))
        .map(
            kept ->
                Uni.createFrom()
                    .completionStage(marks::next)
                    .flatMap(now -> check(question, viewer, kept, now)))
        .orElseGet(() -> anew(question, viewer));
  }

  private Uni<Ready> check(Question question, Viewer viewer, Kept kept, SnapshotMark now) {
    return kept.state().equals(now.state())
            && kept.day().equals(viewer.today())
            && kept.line().isVisible(viewer.scope())
        ? Uni.createFrom().item(kept.at(now.at()))
        : anew(question, viewer);
  }

  private Uni<Ready> anew(Question question, Viewer viewer) {
    return Uni.createFrom()
        .item(() -> keep(question, viewer))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Ready keep(Question question, Viewer viewer) {
    Kept kept =
        Optional.of(question)
            .filter(OwnTable::answers)
            .flatMap(own -> OwnTable.read(database, own))
            .map(own -> kept(own.head(), own.rows(), List.of(), question, viewer))
            .orElseGet(
                () -> Snapshot.of(database, connection -> read(connection, question, viewer)));
    answers.put(question, kept);
    return kept.asRead();
  }

  private Kept read(Connection connection, Question question, Viewer viewer) throws SQLException {
    SnapshotHead head = SnapshotHead.of(connection, question);
    visible(head, question, viewer);
    return kept(
        head,
        Matrices.rows(connection, head.tree(), question),
        MergedOrgans.of(connection, head.tree(), question),
        question,
        viewer);
  }

  private static Organ visible(SnapshotHead head, Question question, Viewer viewer) {
    return Organs.visible(head.tree(), question, viewer).orElseThrow(Refusal::notFound);
  }

  private Kept kept(
      SnapshotHead head,
      List<MatrixRow> rows,
      List<MergedOrgan> merged,
      Question question,
      Viewer viewer) {
    OrganTree tree = head.tree();
    Organ organ = visible(head, question, viewer);
    Matrix matrix = Matrices.of(head, question, organ.nameOn(question.period().to()), rows, merged);
    byte[] json = json(matrix);
    int from = afterKey(json);
    int to = from;
    while (json[to] != '"') {
      to++;
    }
    return new Kept(
        head.mark().state(),
        line(tree, organ, question, viewer),
        viewer.today(),
        question.knownAt().isEmpty(),
        FigureDigest.of(question, matrix),
        json,
        from,
        to);
  }

  /** Who was above an organ is asked anew about sums: he must have been so above all in them. */
  private static OrganLine line(OrganTree tree, Organ organ, Question question, Viewer viewer) {
    OrganLine line = viewer.line(tree, organ.code(), question.period());
    return question.scope() == Scope.OWN ? line : OrganLine.ofNow(line.now());
  }

  /** Where the moment begins. The key can't be part of a value, whose quotes are escaped. */
  private static int afterKey(byte[] json) {
    for (int at = 0; at < json.length - AS_OF.length; at++) {
      if (Arrays.equals(json, at, at + AS_OF.length, AS_OF, 0, AS_OF.length)) {
        return at + AS_OF.length;
      }
    }
    throw new IllegalStateException("the matrix has no moment");
  }

  private byte[] json(Matrix matrix) {
    try {
      return mapper.writeValueAsBytes(matrix);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
