package disclosure.requests.organ;

import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.Outbox;
import disclosure.requests.problem.Refusal;
import disclosure.requests.security.CurrentCaller;
import disclosure.requests.security.OrganAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;

/** Puts an organ into the directory or changes it, with its event and its audit entry. */
@ApplicationScoped
class PutOrgan {

  private final Organs organs;
  private final OrganAccess access;
  private final CurrentCaller caller;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final DataSource database;
  private final Clock clock;

  PutOrgan(
      Organs organs,
      OrganAccess access,
      CurrentCaller caller,
      Outbox outbox,
      AuditTrail audit,
      DataSource database,
      Clock clock) {
    this.organs = organs;
    this.access = access;
    this.caller = caller;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param created whether the organ is new in the directory
   */
  record Result(OrganView organ, boolean created) {}

  /**
   * Carries the request out; one that asks for what already is changes nothing.
   *
   * @param expected the version that the client has read; absent when it doesn't mind
   * @throws Refusal 400, 403 or 422 naming the field, 412 when the organ has another version
   */
  @Transactional
  Result put(OrganCode code, OrganRequest request, Optional<Long> expected) {
    request.check(code);
    organs.lock();
    Optional<Organ> existing = organs.named(code);
    requireScope(code, request, existing.isPresent());
    long version = existing.map(organ -> organ.version).orElse(0L);
    if (expected.isPresent() && expected.get() != version) {
      throw Refusal.changedMeanwhile();
    }
    requireParent(code, request);
    if (existing.isPresent() && OrganView.of(existing.get()).says(request)) {
      return new Result(OrganView.of(existing.get()), false);
    }
    Organ organ = existing.orElseGet(Organ::new);
    organ.code = code.value();
    organ.name = request.name();
    organ.kind = request.kind();
    organ.parentCode = request.parentOrganCode().map(OrganCode::value).orElse(null);
    organ.validFrom = request.validFrom().orElse(null);
    organ.validTo = request.validTo().orElse(null);
    organ.version = version + 1;
    organ.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    organs.persistAndFlush(organ);
    record(organ);
    return new Result(OrganView.of(organ), existing.isEmpty());
  }

  private void requireScope(OrganCode code, OrganRequest request, boolean exists) {
    if (access.reach().everywhere()) {
      return;
    }
    if (exists) {
      access.require(code, "organCode");
    }
    OrganCode parent =
        request.parentOrganCode().orElseThrow(() -> Refusal.outOfScope("parentOrganCode"));
    access.require(parent, "parentOrganCode");
  }

  private void requireParent(OrganCode code, OrganRequest request) {
    if (request.parentOrganCode().isEmpty()) {
      return;
    }
    OrganCode parent = request.parentOrganCode().get();
    if (organs.named(parent).isEmpty()) {
      throw Refusal.notPermitted("parentOrganCode", "该行政机关尚未登记", "is not in the directory");
    }
    if (organs.isWithin(code, parent)) {
      throw Refusal.notPermitted("parentOrganCode", "不能是本机关的下级", "must not lie below the organ");
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
            organ.recordedAt);
    AuditAction action =
        organ.version == 1 ? AuditAction.ORGAN_REGISTERED : AuditAction.ORGAN_CHANGED;
    // Within the container's transaction the pool gives the connection that the entity was
    // written on.
    try (Connection connection = database.getConnection()) {
      outbox.append(connection, Topic.ORGANS, organ.code, organ.version, state);
      audit.append(connection, caller.get(), action, organ.code, view.organCode(), organ.version);
    } catch (SQLException failure) {
      throw new IllegalStateException("the change of an organ can't be recorded", failure);
    }
  }
}
