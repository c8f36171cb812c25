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
    requireKnown(code, request, terms);
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
    OrganView changed = OrganView.of(organ);
    // Within the container's transaction the pool gives the connection that the entity was
    // written on.
    try (Connection connection = database.getConnection()) {
      requirePlaces(connection, request, changed, held);
      record(connection, organ);
    } catch (SQLException failure) {
      throw new IllegalStateException("the change of an organ can't be recorded", failure);
    }
    return new Result(changed, existing.isEmpty());
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

  /** Everybody whom the request names is in the directory, and its superior isn't below it. */
  private void requireKnown(OrganCode code, OrganRequest request, List<OrganTerm> terms) {
    requireKnown(request.parentOrganCode(), "parentOrganCode");
    if (request.parentOrganCode().filter(parent -> organs.isWithin(code, parent)).isPresent()) {
      throw Refusal.notPermitted(RegisterFault.PARENT_BELOW_ORGAN.at("parentOrganCode"));
    }
    requireKnown(request.successorOrganCode(), "successorOrganCode");
    for (int i = 0; i < terms.size(); i++) {
      requireKnown(terms.get(i).parentOrganCode(), "formerly[" + i + "].parentOrganCode");
    }
  }

  private void requireKnown(Optional<OrganCode> organ, String field) {
    if (organ.filter(code -> organs.named(code).isEmpty()).isPresent()) {
      throw Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at(field));
    }
  }

  /**
   * Whatever the organ has, and whatever all have that were ever below it or merged into it, comes
   * into somebody's sum on each day: none of them is left below one that isn't there, and none
   * begins after what it has received. Names alone, and other kinds, move nobody.
   */
  private static void requirePlaces(
      Connection connection, OrganRequest request, OrganView changed, Optional<OrganView> held)
      throws SQLException {
    if (held.filter(before -> before.standsAs(changed)).isPresent()) {
      return;
    }
    Optional<Gap> gap = OrganLines.around(connection, changed.organCode()).firstGap(held);
    if (gap.isPresent()) {
      throw Refusal.notPermitted(gap.get().faultOf(changed.organCode(), request));
    }
    Optional<LocalDate> begin = changed.validFrom();
    if (held.isPresent() && begin.isPresent()) {
      EarliestRecord.of(connection, changed.organCode(), held.get().validFrom())
          .filter(begin.get()::isAfter)
          .ifPresent(
              day -> {
                throw Refusal.notPermitted(
                    RegisterFault.BEGINS_AFTER_ITS_RECORDS.at("validFrom", day));
              });
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

  private void record(Connection connection, Organ organ) throws SQLException {
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
    versions.append(connection, caller.get(), state);
    outbox.append(connection, Topic.ORGANS, organ.code, organ.version, state);
    audit.append(connection, caller.get(), action, view.organCode(), organ.version);
  }
}
