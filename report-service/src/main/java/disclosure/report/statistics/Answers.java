package disclosure.report.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;

/**
 * Waits for another service, and says to the caller what its silence or refusal means. Whoever has
 * time finds in the cause of the refusal whether the service is away or its answer of no use.
 */
final class Answers {

  private static final Set<Integer> HIDDEN = Set.of(403, 404);
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final int MAX_DEPTH = 20;

  private static final Text STATISTICS =
      new Text(
          "统计服务暂时无法提供完整的数据，报告未生成，请稍后重试。",
          "The statistics service can't give complete figures just now, so there is no report;"
              + " try again later.");
  private static final Text REGISTER =
      new Text(
          "登记服务暂时无法提供所需的数据，请稍后重试。",
          "The register can't give what is needed just now; try again later.");

  private Answers() {}

  /**
   * Waits for questions that end by themselves, answered or not.
   *
   * @throws Refusal 404 or 503
   */
  static <T> T await(Uni<T> answer) {
    try {
      return answer.await().indefinitely();
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

  /** What it means that there is no answer, as far as can be told by that alone. */
  enum Silence {
    /** The service says itself that it should be asked later. */
    AWAY,
    /** It answers, but not what it should: later too. */
    USELESS,
    /** It is away, or this very question takes it too long. */
    UNCERTAIN
  }

  static Silence silence(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof WebApplicationException refused) {
        return LATER.contains(refused.getResponse().getStatus()) ? Silence.AWAY : Silence.USELESS;
      }
      if (cause instanceof JsonProcessingException || cause instanceof IllegalStateException) {
        return Silence.USELESS;
      }
      cause = cause.getCause();
    }
    return Silence.UNCERTAIN;
  }

  private static Refusal unavailable(RuntimeException cause) {
    return Refusal.unavailable(isRegister(cause) ? REGISTER : STATISTICS, cause);
  }

  /** Whether it was the register that was asked. */
  private static boolean isRegister(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof RegisterUnanswered) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
