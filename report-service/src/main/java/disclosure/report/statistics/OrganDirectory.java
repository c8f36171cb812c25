package disclosure.report.statistics;

import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The register's directory of organs as of a day. */
@ApplicationScoped
public class OrganDirectory {

  private static final int PAGE = 500;

  private final RegisterClient register;
  private final UpstreamQuestions questions;

  OrganDirectory(@RestClient RegisterClient register, UpstreamQuestions questions) {
    this.register = register;
    this.questions = questions;
  }

  /**
   * The organ as it is, or was at its end.
   *
   * @throws Refusal 404 when there never was one; 503 when the register can't be asked
   */
  public DirectoryOrgan organ(OrganCode code) {
    return Answers.await(questions.toRegister(register.organ(code.value(), null)));
  }

  /**
   * The organ as it was on the day.
   *
   * @throws Refusal 404 when there was none; 503 when the register can't be asked
   */
  public DirectoryOrgan organ(OrganCode code, LocalDate day) {
    return Answers.await(questions.toRegister(register.organ(code.value(), day)));
  }

  /**
   * The organs directly below one, as of the day, in the order of their codes.
   *
   * @throws Refusal 503 when the register can't be asked
   */
  public List<DirectoryOrgan> below(OrganCode code, LocalDate day) {
    // They are a page or two: somebody who waits needn't wait for as many as a subtree may have.
    Duration timeout = questions.timeout();
    return whole(
        after -> register.organs(code.value(), day, after, PAGE),
        questions.isWaitedFor() ? timeout.multipliedBy(6).dividedBy(5) : timeout.multipliedBy(3));
  }

  /**
   * The organs below one at any depth, as of the day: those directly below each, in the order of
   * their codes. What stands below one that was merged before, stands below its successor here.
   *
   * @throws Refusal 503 when the register can't be asked
   */
  public Map<OrganCode, List<DirectoryOrgan>> subtree(OrganCode code, LocalDate day) {
    List<DirectoryOrgan> all =
        whole(
            after -> register.subtree(code.value(), day, after, PAGE),
            questions.timeout().multipliedBy(3));
    Set<OrganCode> there = all.stream().map(DirectoryOrgan::organCode).collect(Collectors.toSet());
    there.add(code);
    Map<OrganCode, OrganCode> tops = new HashMap<>();
    return all.stream()
        .collect(
            Collectors.groupingBy(
                organ ->
                    tops.computeIfAbsent(
                        organ.parentOrganCode().orElseThrow(),
                        parent -> successorAmong(there, parent).orElse(code))));
  }

  /** The organ, or when it has ended, the first of its successors that hasn't. */
  private Optional<OrganCode> successorAmong(Set<OrganCode> there, OrganCode organ) {
    Set<OrganCode> seen = new HashSet<>();
    Optional<OrganCode> next = Optional.of(organ);
    while (next.isPresent() && !there.contains(next.get())) {
      next = seen.add(next.get()) ? organ(next.get()).successorOrganCode() : Optional.empty();
    }
    return next;
  }

  private List<DirectoryOrgan> whole(Function<String, Uni<OrgansAnswer>> pages, Duration inAll) {
    Duration timeout = questions.timeout();
    return Answers.await(
        UpstreamQuestions.ofRegister(
            whole(after -> questions.toRegister(pages.apply(after), timeout), List.of())
                .ifNoItem()
                .after(inAll)
                .fail()));
  }

  /** Page after page. */
  private static Uni<List<DirectoryOrgan>> whole(
      Function<String, Uni<OrgansAnswer>> pages, List<DirectoryOrgan> before) {
    return pages
        .apply(before.isEmpty() ? null : before.get(before.size() - 1).organCode().value())
        .flatMap(
            page -> {
              List<DirectoryOrgan> all =
                  Stream.concat(before.stream(), page.items().stream()).toList();
              return page.hasNext() ? whole(pages, all) : Uni.createFrom().item(all);
            });
  }
}
