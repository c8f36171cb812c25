package disclosure.requests.organ;

import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.requests.contract.Topic;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.outbox.Outbox;
import disclosure.requests.security.OrganAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Puts an organ into the directory or changes it, with its event and its audit entry. */
@ApplicationScoped
public class PutOrgan {

  private final Organs organs;
  private final OrganAccess access;
  private final OrganVersions versions;
  private final CurrentCaller caller;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final DataSource database;
  private final Clock clock;

  PutOrgan(
      Organs organs,
      OrganAccess access,
      OrganVersions versions,
      CurrentCaller caller,
      Outbox outbox,
      AuditTrail audit,
      DataSource database,
      Clock clock) {
    this.organs = organs;
    this.access = access;
    this.versions = versions;
    this.caller = caller;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param created whether the organ is new in the directory
   */
  public record Result(OrganView organ, boolean created) {}

  /**
   * Carries the request out; one that asks for what already is changes nothing, whatever its client
   * has read.
   *
   * @param expected the version that the client has read
   * @throws Refusal 400, 403 or 422 naming the field, 412 when the organ has another version and
   *     isn't so already
   */
  @Transactional
  public Result put(OrganCode code, OrganRequest request, IfMatch expected) {
    return store(code, request, expected);
  }

  /**
   * Puts an organ that the directory doesn't have; of one that is there as asked for, nothing is
   * changed.
   *
   * @throws Refusal 412 when it is there otherwise, and else as above
   */
  @Transactional
  public Result add(OrganCode code, OrganRequest request) {
    organs.lock();
    Optional<OrganView> held = organs.named(code).map(OrganView::of);
    if (held.isPresent() && !held.get().says(request, held.get().formerly())) {
      throw Refusal.changedMeanwhile();
    }
    return store(code, request, IfMatch.of(Optional.empty()));
  }

  private Result store(OrganCode code, OrganRequest request, IfMatch expected) {
    request.check(code);
    organs.lock();
    Optional<Organ> existing = organs.named(code);
    Optional<OrganView> held = existing.map(OrganView::of);
    requireScope(code, request, held.isPresent());
    List<OrganTerm> terms = terms(request, held, expected);
    boolean stands = held.filter(same -> same.says(request, terms)).isPresent();
    if (!expected.puts(stands, held.map(OrganView::version))) {
      return new Result(held.orElseThrow(), false);
    }
    requireParent(code, request);
    requireSuccessor(request);
    requireFormerParents(terms);
    Organ organ = existing.orElseGet(Organ::new);
    organ.code = code.value();
    organ.name = request.name();
    organ.kind = request.kind();
    organ.parentCode = request.parentOrganCode().map(OrganCode::value).orElse(null);
    organ.validFrom = request.validFrom().orElse(null);
    organ.validTo = request.validTo().orElse(null);
    organ.successorCode = request.successorOrganCode().map(OrganCode::value).orElse(null);
    if (!held.map(OrganView::formerly).equals(Optional.of(terms))) {
      organ.formerly.clear();
      terms.stream().map(Term::of).forEach(organ.formerly::add);
    }
    organ.version++;
    organ.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    organs.persistAndFlush(organ);
    requireNoCircle(code, request);
    requireNoneLeftBelow(code, request);
    record(organ);
    return new Result(OrganView.of(organ), existing.isEmpty());
  }

  /**
   * What was changed since the client has read the organ may be why it can't be, and comes first.
   */
  private List<OrganTerm> terms(OrganRequest request, Optional<OrganView> held, IfMatch expected) {
    try {
      List<OrganTerm> terms = request.terms(held);
      requireScope(request, terms, held);
      return terms;
    } catch (Refusal refusal) {
      expected.require(held.map(OrganView::version));
      throw refusal;
    }
  }

  /** The caller acts for the organ, and for the one that it is put below. */
  private void requireScope(OrganCode code, OrganRequest request, boolean known) {
    if (access.reach().everywhere()) {
      return;
    }
    if (known) {
      access.require(code, "organCode");
    }
    OrganCode parent =
        request.parentOrganCode().orElseThrow(() -> Refusal.outOfScope("parentOrganCode"));
    access.require(parent, "parentOrganCode");
  }

  /**
   * The caller acts for every other organ that the request gives figures of this one, at whatever
   * time, or takes them from: that would show the other one's caller what the organ has, give it to
   * him, or change what the other one has counted.
   */
  private void requireScope(OrganRequest request, List<OrganTerm> terms, Optional<OrganView> held) {
    if (access.reach().everywhere()) {
      return;
    }
    Placement.concerned(held.map(Placement::of).orElse(List.of()), Placement.of(request, terms))
        .forEach(other -> access.require(other, request.fieldAbout(other, held)));
  }

  private void requireParent(OrganCode code, OrganRequest request) {
    if (request.parentOrganCode().isEmpty()) {
      return;
    }
    OrganCode parent = request.parentOrganCode().get();
    if (organs.named(parent).isEmpty()) {
      throw Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at("parentOrganCode"));
    }
    if (organs.isWithin(code, parent)) {
      throw Refusal.notPermitted(RegisterFault.PARENT_BELOW_ORGAN.at("parentOrganCode"));
    }
    organs
        .named(parent)
        .filter(above -> above.validTo != null && above.successorCode == null)
        .filter(above -> request.validTo().map(above.validTo::isBefore).orElse(true))
        .ifPresent(
            above -> {
              throw Refusal.notPermitted(
                  RegisterFault.PARENT_ENDED.at("parentOrganCode", above.validTo));
            });
  }

  /** What would stay below an organ that nobody takes over would be in no government's sum. */
  private void requireNoneLeftBelow(OrganCode code, OrganRequest request) {
    if (request.validTo().isEmpty() || request.successorOrganCode().isPresent()) {
      return;
    }
    organs
        .firstBelow(code, request.validTo().get().plusDays(1))
        .ifPresent(
            left -> {
              throw Refusal.notPermitted(RegisterFault.ORGANS_LEFT_BELOW.at("validTo", left));
            });
  }

  private void requireSuccessor(OrganRequest request) {
    if (request.successorOrganCode().isEmpty()) {
      return;
    }
    LocalDate first = request.validTo().orElseThrow().plusDays(1);
    OrganView successor =
        organs
            .named(request.successorOrganCode().get())
            .map(OrganView::of)
            .orElseThrow(
                () ->
                    Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at("successorOrganCode")));
    boolean exists =
        !successor.validFrom().map(first::isBefore).orElse(false)
            && !successor.validTo().map(first::isAfter).orElse(false);
    if (!exists) {
      throw Refusal.notPermitted(RegisterFault.SUCCESSOR_NOT_THERE.at("successorOrganCode", first));
    }
  }

  private void requireFormerParents(List<OrganTerm> terms) {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).parentOrganCode().filter(code -> organs.named(code).isEmpty()).isPresent()) {
        throw Refusal.notPermitted(
            RegisterFault.NOT_IN_DIRECTORY.at("formerly[" + i + "].parentOrganCode"));
      }
    }
  }

  private void requireNoCircle(OrganCode code, OrganRequest request) {
    if (organs.isInCircle(code)) {
      throw Refusal.notPermitted(
          RegisterFault.ORGAN_BELOW_ITSELF.at(
              request.successorOrganCode().isPresent()
                  ? "successorOrganCode"
                  : request.formerly().isPresent() ? "formerly" : "parentOrganCode"));
    }
  }

  private void record(Organ organ) {
    OrganView view = OrganView.of(organ);
    OrganState state =
        new OrganState(
            view.organCode(),
            view.version(),
            view.name(),
            view.kind(),
            view.parentOrganCode(),
            view.validFrom(),
            view.validTo(),
            view.successorOrganCode(),
            view.formerly(),
            organ.recordedAt);
    AuditAction action =
        organ.version == 1 ? AuditAction.ORGAN_REGISTERED : AuditAction.ORGAN_CHANGED;
    // Within the container's transaction the pool gives the connection that the entity was
    // written on.
    try (Connection connection = database.getConnection()) {
      versions.append(connection, caller.get(), state);
      outbox.append(connection, Topic.ORGANS, organ.code, organ.version, state);
      audit.append(connection, caller.get(), action, view.organCode(), organ.version);
    } catch (SQLException failure) {
      throw new IllegalStateException("the change of an organ can't be recorded", failure);
    }
  }
}
