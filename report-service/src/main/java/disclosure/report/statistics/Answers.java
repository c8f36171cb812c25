package disclosure.report.statistics;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Waits for another service, and says to the caller what its silence or refusal means. */
final class Answers {

  private static final Logger LOG = Logger.getLogger(Answers.class);
  private static final Set<Integer> HIDDEN = Set.of(403, 404);

  private Answers() {}

  static <T> T await(Uni<T> answer, Duration timeout) {
    try {
      return answer.await().atMost(timeout);
    } catch (WebApplicationException refused) {
      if (isHidden(refused)) {
        throw Refusal.notFound();
      }
      throw unavailable(refused);
    } catch (RuntimeException failed) {
      throw unavailable(failed);
    }
  }

  static boolean isHidden(Throwable failure) {
    return failure instanceof WebApplicationException refused
        && HIDDEN.contains(refused.getResponse().getStatus());
  }

  private static Refusal unavailable(RuntimeException cause) {
    LOG.warn("The statistics can't be had", cause);
    return Refusal.unavailable(
        new Text(
            "统计服务暂时无法提供完整的数据，报告未生成，请稍后重试。",
            "The statistics service can't give complete figures just now, so there is no report;"
                + " try again later."));
  }
}
