package disclosure.report.statistics;

import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The register's directory of organs as of a day. */
@ApplicationScoped
public class OrganDirectory {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAGE = 500;
  private static final int TOGETHER = 8;

  private final RegisterClient register;

  OrganDirectory(@RestClient RegisterClient register) {
    this.register = register;
  }

  /**
   * The organ as it was on the day.
   *
   * @throws Refusal 404 when there was none; 503 when the register can't be asked
   */
  public DirectoryOrgan organ(OrganCode code, LocalDate day) {
    return Answers.await(register.organ(code.value(), day), PATIENCE);
  }

  /**
   * The organs directly below each of some, as of the day, in the order of their codes. Some are
   * asked for at a time, and all together within a bound.
   *
   * @throws Refusal 503 when the register can't be asked
   */
  public Map<OrganCode, List<DirectoryOrgan>> below(List<OrganCode> codes, LocalDate day) {
    Map<OrganCode, List<DirectoryOrgan>> below = new LinkedHashMap<>();
    if (!codes.isEmpty()) {
      List<List<DirectoryOrgan>> found =
          Answers.await(
              Uni.join()
                  .all(codes.stream().map(code -> below(code, day, List.of())).toList())
                  .usingConcurrencyOf(TOGETHER)
                  .andFailFast(),
              PATIENCE.multipliedBy(6));
      for (int i = 0; i < codes.size(); i++) {
        below.put(codes.get(i), found.get(i));
      }
    }
    return below;
  }

  /** Page after page. */
  private Uni<List<DirectoryOrgan>> below(
      OrganCode code, LocalDate day, List<DirectoryOrgan> before) {
    String after = before.isEmpty() ? null : before.get(before.size() - 1).organCode().value();
    return register
        .organs(code.value(), day, after, PAGE)
        .flatMap(
            page -> {
              List<DirectoryOrgan> all =
                  Stream.concat(before.stream(), page.items().stream()).toList();
              return page.hasNext() ? below(code, day, all) : Uni.createFrom().item(all);
            });
  }
}
