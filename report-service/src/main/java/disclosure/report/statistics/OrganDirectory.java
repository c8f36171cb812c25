package disclosure.report.statistics;

import disclosure.report.problem.Refusal;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The register's directory of organs as of a day. */
@ApplicationScoped
public class OrganDirectory {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAGE = 500;

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
   * The organs directly below, as of the day, in the order of their codes.
   *
   * @throws Refusal 503 when the register can't be asked
   */
  public List<DirectoryOrgan> below(OrganCode code, LocalDate day) {
    List<DirectoryOrgan> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      OrgansAnswer page =
          Answers.await(register.organs(code.value(), day, after.orElse(null), PAGE), PATIENCE);
      found.addAll(page.items());
      after =
          page.hasNext()
              ? Optional.of(page.items().get(page.items().size() - 1).organCode().value())
              : Optional.empty();
    } while (after.isPresent());
    return found;
  }
}
