package disclosure.requests.application.step;

import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 办结: the one answer to the application (《条例》第三十六条至第四十条).
 *
 * @param on the day the answer went out; handing to the post is answering
 * @param outcome the one row of the form in which the application counts
 * @param consultationWaivedReason why no third party was consulted, for {@link
 *     Outcome#THIRD_PARTY_RIGHTS}
 * @param specialLaw the law with its own way of access, for {@link Outcome#ADMINISTRATIVE_INQUIRY}
 * @param notServedReason why the answer never reached the applicant; such an answer concludes
 *     nothing
 */
public record Concluded(
    LocalDate on,
    Outcome outcome,
    Optional<String> consultationWaivedReason,
    Optional<String> specialLaw,
    Optional<String> notServedReason)
    implements Step {

  /** Nothing is null. */
  public Concluded {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(consultationWaivedReason, "consultationWaivedReason");
    Objects.requireNonNull(specialLaw, "specialLaw");
    Objects.requireNonNull(notServedReason, "notServedReason");
  }

  /** An answer that was served. */
  public Concluded(
      LocalDate on,
      Outcome outcome,
      Optional<String> consultationWaivedReason,
      Optional<String> specialLaw) {
    this(on, outcome, consultationWaivedReason, specialLaw, Optional.empty());
  }

  @Override
  public StepType type() {
    return StepType.CONCLUDED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.concluded(this);
  }
}
