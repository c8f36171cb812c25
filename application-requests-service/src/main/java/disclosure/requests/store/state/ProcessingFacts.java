package disclosure.requests.store.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.application.Application;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.Step;
import disclosure.requests.clock.StatutoryClock;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FeeEntry;
import disclosure.requests.contract.FeeKind;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an application was processed, as it is kept beside its steps and published.
 *
 * @param answerDueOn once concluded, the last day that the answer had to keep; absent when the
 *     clock waited then
 * @param workingDays once concluded, the working days that the clock counted in all its runs
 * @param fees the notices and payments that stand and are not without effect, by date
 */
public record ProcessingFacts(
    Optional<LocalDate> answerDueOn, Optional<Integer> workingDays, List<FeeEntry> fees) {

  private static final ObjectMapper STORED =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public static ProcessingFacts of(Application application, StatutoryClock clock) {
    List<FeeEntry> fees = fees(application);
    Optional<LocalDate> answered =
        application
            .concludedOn()
            .filter(day -> application.status() == ApplicationStatus.CONCLUDED);
    if (answered.isEmpty()) {
      return new ProcessingFacts(Optional.empty(), Optional.empty(), fees);
    }
    return new ProcessingFacts(
        clock.due(application, answered.get()).on(),
        Optional.of(clock.workingDaysUpTo(application, answered.get())),
        fees);
  }

  private static List<FeeEntry> fees(Application application) {
    List<FeeEntry> fees = new ArrayList<>();
    for (RecordedStep recorded : application.effectiveSteps()) {
      Step step = recorded.step();
      if (application.ineffective().containsKey(recorded.sequence())) {
        continue;
      }
      if (step instanceof FeeNotified notice) {
        fees.add(new FeeEntry(FeeKind.NOTIFIED, notice.on(), fen(notice.amount())));
      } else if (step instanceof FeePaid payment) {
        fees.add(new FeeEntry(FeeKind.PAID, payment.on(), fen(payment.amount())));
      }
    }
    return List.copyOf(fees);
  }

  private static long fen(Yuan yuan) {
    return yuan.amount().movePointRight(2).longValueExact();
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return answerDueOn.isEmpty() && workingDays.isEmpty() && fees.isEmpty();
  }

  /**
   * Whether they are what is stored.
   *
   * @throws IllegalStateException when the register holds something else than fees
   */
  public boolean isStoredAs(
      Optional<LocalDate> storedDueOn, Optional<Integer> storedDays, String storedFees) {
    try {
      return answerDueOn.equals(storedDueOn)
          && workingDays.equals(storedDays)
          && STORED.readTree(storedFees()).equals(STORED.readTree(storedFees));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("stored fees cannot be read", unreadable);
    }
  }

  /** The fees as they are stored. */
  public String storedFees() {
    try {
      return STORED.writeValueAsString(fees);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Fees read back.
   *
   * @throws IllegalStateException when the register holds something else
   */
  public static List<FeeEntry> storedFees(Optional<String> json) {
    try {
      return json.isEmpty()
          ? List.of()
          : STORED.readValue(json.get(), new TypeReference<List<FeeEntry>>() {});
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("stored fees cannot be read", unreadable);
    }
  }
}
