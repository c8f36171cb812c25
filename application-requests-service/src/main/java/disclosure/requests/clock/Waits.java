package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom the clock waits for or has waited for, and the consultations that answers belong to. */
final class Waits {

  private final List<Pause> pauses = new ArrayList<>();
  private final Map<Integer, Pause> consultations = new LinkedHashMap<>();

  /** All that were, in the order in which they began; it follows what comes. */
  List<Pause> pauses() {
    return Collections.unmodifiableList(pauses);
  }

  /** The consultations that nobody has answered. */
  List<Pause> openConsultations() {
    return consultations.values().stream().filter(pause -> !pause.isAnswered()).toList();
  }

  /** Waits for the applicant, without a limit. */
  void forApplicant(PauseReason reason, LocalDate from) {
    pauses.add(new Pause(from, reason, Optional.empty()));
  }

  /**
   * Waits for an opinion.
   *
   * @param step the number of the step that asks for it
   * @param limit the last day for it; empty where the law sets none
   */
  void forOpinion(int step, PauseReason reason, LocalDate from, Optional<LocalDate> limit) {
    Pause pause = new Pause(from, reason, limit);
    pauses.add(pause);
    consultations.put(step, pause);
  }

  /** The applicant has done what was last waited for, if it was. */
  void endForApplicant(PauseReason reason, LocalDate on) {
    pauses.stream()
        .filter(pause -> pause.reason() == reason)
        .reduce((earlier, later) -> later)
        .ifPresent(pause -> pause.answer(on));
  }

  /**
   * An opinion came.
   *
   * @param consultation the step that asked for it; otherwise it is the first that is open
   */
  void endForOpinion(Set<PauseReason> reasons, LocalDate on, Optional<Integer> consultation) {
    consultations.entrySet().stream()
        .filter(entry -> consultation.map(entry.getKey()::equals).orElse(true))
        .map(Map.Entry::getValue)
        .filter(pause -> !pause.isAnswered() && reasons.contains(pause.reason()))
        .findFirst()
        .ifPresent(pause -> pause.answer(on));
  }
}
