package disclosure.requests.dispute;

import disclosure.edge.Refusal;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Finds cases for those who act for their organs. */
@ApplicationScoped
public class ReadDisputes {

  private final Disputes disputes;
  private final DisputeSteps steps;
  private final RegisterReader reader;

  ReadDisputes(Disputes disputes, DisputeSteps steps, RegisterReader reader) {
    this.disputes = disputes;
    this.steps = steps;
    this.reader = reader;
  }

  /**
   * A case as it stands.
   *
   * @throws Refusal 404 when there is none, or none that the reader may see
   */
  public Dispute find(UUID id, Reach reach) throws SQLException {
    return reader
        .read(reach, connection -> disputes.find(connection, id))
        .filter(found -> reach.includes(found.organCode()))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Some steps of a case, in the order of recording, behind the number given.
   *
   * @throws Refusal 404 as for the case
   */
  public List<DisputeStep> steps(UUID id, int after, int limit, Reach reach) throws SQLException {
    return reader.read(
        reach,
        connection -> {
          if (disputes
              .find(connection, id)
              .filter(found -> reach.includes(found.organCode()))
              .isEmpty()) {
            throw Refusal.notFound();
          }
          return steps.page(connection, id, after, limit);
        });
  }

  /** The first hundred about an application that the reader may see, by the day of acceptance. */
  public List<Dispute> about(UUID applicationId, Reach reach) throws SQLException {
    return reader.read(reach, connection -> disputes.about(connection, applicationId)).stream()
        .filter(found -> reach.includes(found.organCode()))
        .toList();
  }
}
