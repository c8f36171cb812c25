package disclosure.requests.search;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Writing;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fault.RegisterFault;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which applications are wanted; an empty set stands for any.
 *
 * @param organ absent: all that the reader acts for
 * @param subtree whether those below the organ are wanted as well
 * @param overdueOn present when only those are wanted whose due date lies before this day
 * @param subject a part of the subject; empty for any
 * @param sought by number, or by what is known of the applicant
 */
record Filter(
    Optional<OrganCode> organ,
    boolean subtree,
    Set<ApplicationStatus> statuses,
    Set<Outcome> outcomes,
    Set<ApplicantType> applicantTypes,
    Set<Channel> channels,
    Days received,
    Days due,
    Days concluded,
    Optional<LocalDate> overdueOn,
    String subject,
    Sought sought) {

  private static final int MAX_SUBJECT_LENGTH = 100;
  private static final int MAX_NUMBER_LENGTH = 128;

  /**
   * Days from and to, both included.
   *
   * @param from absent: from the beginning
   * @param to absent: to the end
   */
  record Days(Optional<LocalDate> from, Optional<LocalDate> to) {

    static final Days ANY = new Days(Optional.empty(), Optional.empty());

    boolean isAny() {
      return from.isEmpty() && to.isEmpty();
    }
  }

  /**
   * Reads the parameters.
   *
   * @param today the present day, by which due dates are overdue
   * @throws Refusal 400, naming every parameter at fault
   */
  static Filter of(FilterQuery query, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    Filter filter =
        new Filter(
            collect(faults, () -> Parameters.organCode("organ", Optional.ofNullable(query.organ))),
            subtree(query, faults),
            codes("status", query.status, ApplicationStatus.class, faults),
            codes("outcome", query.outcome, Outcome.class, faults),
            codes("applicantType", query.applicantType, ApplicantType.class, faults),
            codes("channel", query.channel, Channel.class, faults),
            days("received", query.receivedFrom, query.receivedTo, faults),
            days("due", query.dueFrom, query.dueTo, faults),
            days("concluded", query.concludedFrom, query.concludedTo, faults),
            overdue(query, faults) ? Optional.of(today) : Optional.empty(),
            subject(query, faults),
            sought(query, faults));
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return filter;
  }

  Filter seeking(Sought somebody) {
    return new Filter(
        organ,
        subtree,
        statuses,
        outcomes,
        applicantTypes,
        channels,
        received,
        due,
        concluded,
        overdueOn,
        subject,
        somebody);
  }

  Filter withStatuses(Set<ApplicationStatus> wanted) {
    return new Filter(
        organ,
        subtree,
        wanted,
        outcomes,
        applicantTypes,
        channels,
        received,
        due,
        concluded,
        overdueOn,
        subject,
        sought);
  }

  Filter dueUntil(LocalDate last) {
    return new Filter(
        organ,
        subtree,
        statuses,
        outcomes,
        applicantTypes,
        channels,
        received,
        new Days(Optional.empty(), Optional.of(last)),
        concluded,
        overdueOn,
        subject,
        sought);
  }

  private static boolean subtree(FilterQuery query, List<Fault> faults) {
    String scope = query.scope == null ? "OWN" : query.scope;
    if (!scope.equals("OWN") && !scope.equals("SUBTREE")) {
      faults.add(InputFault.NOT_ONE_OF.at("scope", Expected.oneOf("OWN", "SUBTREE")));
    } else if (scope.equals("SUBTREE") && query.organ == null) {
      faults.add(RegisterFault.ORGAN_REQUIRED_FOR_SUBTREE.at("scope"));
    }
    return scope.equals("SUBTREE");
  }

  private static boolean overdue(FilterQuery query, List<Fault> faults) {
    if (query.overdue != null && !query.overdue.equals("true") && !query.overdue.equals("false")) {
      faults.add(InputFault.NOT_A_TRUTH_VALUE.at("overdue", Expected.oneOf("true", "false")));
    }
    return "true".equals(query.overdue);
  }

  private static String subject(FilterQuery query, List<Fault> faults) {
    String part =
        collect(faults, () -> Parameters.text("subject", Optional.ofNullable(query.subject)))
            .orElse("");
    if (part.length() > MAX_SUBJECT_LENGTH) {
      faults.add(InputFault.WRONG_LENGTH.at("subject", Expected.between(0, MAX_SUBJECT_LENGTH)));
    }
    return part;
  }

  private static Sought sought(FilterQuery query, List<Fault> faults) {
    return Sought.ofNumber(
        number("sourceReference", query.sourceReference, faults),
        number("sourceReferencePrefix", query.sourceReferencePrefix, faults),
        number("documentNumber", query.documentNumber, faults),
        number("handler", query.handler, faults).map(Filter::stored));
  }

  /** As a text is stored. */
  private static String stored(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  private static Optional<String> number(String name, String given, List<Fault> faults) {
    if (given != null && (given.length() > MAX_NUMBER_LENGTH || Writing.of(given).isEmpty())) {
      faults.add(InputFault.WRONG_LENGTH.at(name, Expected.between(1, MAX_NUMBER_LENGTH)));
    }
    return Optional.ofNullable(given);
  }

  private static <E extends Enum<E>> Set<E> codes(
      String name, String text, Class<E> type, List<Fault> faults) {
    Set<E> codes = EnumSet.noneOf(type);
    if (text == null) {
      return codes;
    }
    for (String code : text.split(",", -1)) {
      Optional<E> known =
          Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(code)).findAny();
      known.ifPresent(codes::add);
      if (known.isEmpty()) {
        faults.add(InputFault.NOT_ONE_OF.at(name, Expected.oneOf(type.getEnumConstants())));
        return codes;
      }
    }
    return codes;
  }

  private static Days days(String name, String from, String to, List<Fault> faults) {
    Optional<LocalDate> first =
        collect(faults, () -> Parameters.day(name + "From", Optional.ofNullable(from)));
    Optional<LocalDate> last =
        collect(faults, () -> Parameters.day(name + "To", Optional.ofNullable(to)));
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      faults.add(InputFault.PERIOD_REVERSED.at(name + "To", name + "From"));
    }
    return new Days(first, last);
  }

  private static <T> Optional<T> collect(List<Fault> faults, Supplier<Optional<T>> parameter) {
    try {
      return parameter.get();
    } catch (Refusal malformed) {
      faults.addAll(malformed.faults());
      return Optional.empty();
    }
  }
}
