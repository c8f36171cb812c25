package disclosure.requests.audit;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which entries of the trail are asked for.
 *
 * @param subject the id of what something was done to
 * @param client who did it
 * @param person who signed in at the client
 * @param action what was done
 * @param from the first day
 * @param to the last day
 * @param before only those with smaller ids
 * @param size how many at most
 */
public record AuditQuery(
    Optional<String> subject,
    Optional<String> client,
    Optional<String> person,
    Optional<AuditAction> action,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    long before,
    int size) {

  /**
   * What was asked, as it came.
   *
   * @param limit how many at most, 100 when that isn't said
   */
  public record Asked(
      Optional<String> subject,
      Optional<String> client,
      Optional<String> person,
      Optional<String> action,
      Optional<String> from,
      Optional<String> to,
      Optional<String> before,
      Optional<String> limit) {}

  /**
   * Reads what was asked.
   *
   * @throws Refusal 400, naming every parameter that is wrong
   */
  public static AuditQuery of(Asked asked) {
    List<Fault> faults = new ArrayList<>();
    if (asked.before().filter(id -> !id.matches("\\d{1,18}")).isPresent()) {
      faults.add(InputFault.NOT_FROM_NEXT.at("before"));
    }
    Optional<LocalDate> from = tried(faults, () -> Parameters.day("from", asked.from()));
    Optional<LocalDate> to = tried(faults, () -> Parameters.day("to", asked.to()));
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      faults.add(InputFault.PERIOD_REVERSED.at("to", from.get()));
    }
    Optional<AuditAction> action = tried(faults, () -> asked.action().map(AuditQuery::known));
    Optional<String> client = tried(faults, () -> Parameters.text("client", asked.client()));
    Optional<String> person = tried(faults, () -> Parameters.text("person", asked.person()));
    Optional<Integer> size =
        tried(faults, () -> Optional.of(Parameters.number("limit", asked.limit(), 1, 500, 100)));
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new AuditQuery(
        asked.subject().map(AuditQuery::canonical),
        client,
        person,
        action,
        from,
        to,
        asked.before().map(Long::valueOf).orElse(Long.MAX_VALUE),
        size.orElseThrow());
  }

  private static <T> Optional<T> tried(List<Fault> faults, Supplier<Optional<T>> read) {
    try {
      return read.get();
    } catch (Refusal refusal) {
      faults.addAll(refusal.faults());
      return Optional.empty();
    }
  }

  /** However an id is written, the trail names it as the register does. */
  private static String canonical(String subject) {
    String id = subject.strip();
    return OrganCode.isValid(id.toUpperCase(Locale.ROOT))
        ? id.toUpperCase(Locale.ROOT)
        : id.toLowerCase(Locale.ROOT);
  }

  private static AuditAction known(String name) {
    return Arrays.stream(AuditAction.values())
        .filter(known -> known.name().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at("action", Expected.oneOf(AuditAction.values()))));
  }
}
