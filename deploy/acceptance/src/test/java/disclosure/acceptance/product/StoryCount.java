package disclosure.acceptance.product;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a county's figures have to be, counted on fingers from what happened: a case is where, in
 * which column and since and until when. It knows nothing of steps, versions or events.
 */
final class StoryCount {

  private final LocalDate first;
  private final LocalDate last;
  private final Map<String, Case> cases = new HashMap<>();
  private final Map<String, Dispute> disputes = new HashMap<>();
  private final Map<String, String> mergedInto = new HashMap<>();

  StoryCount(int year) {
    this.first = LocalDate.of(year, 1, 1);
    this.last = LocalDate.of(year, 12, 31);
  }

  /** An application as it stands. */
  record Case(String organ, String type, LocalDate receivedOn, Optional<Answer> answer) {

    Case of(String otherType) {
      return new Case(organ, otherType, receivedOn, answer);
    }

    Case receivedOn(LocalDate day) {
      return new Case(organ, type, day, answer);
    }

    Case answered(Optional<Answer> other) {
      return new Case(organ, type, receivedOn, other);
    }
  }

  /** Its answer, and whether that came too late. */
  record Answer(LocalDate on, String outcome, boolean late) {}

  /** A dispute as it stands. */
  record Dispute(
      String organ,
      String kind,
      LocalDate acceptedOn,
      Optional<LocalDate> closedOn,
      String result) {}

  void put(String name, Case one) {
    cases.put(name, one);
  }

  Case get(String name) {
    return cases.get(name);
  }

  /** It counts nowhere any more. */
  Case remove(String name) {
    return cases.remove(name);
  }

  void put(String name, Dispute one) {
    disputes.put(name, one);
  }

  Dispute dispute(String name) {
    return disputes.get(name);
  }

  void removeDispute(String name) {
    disputes.remove(name);
  }

  void merge(String organ, String into) {
    mergedInto.put(organ, into);
  }

  /** Its own, and of those that were merged into it. */
  Predicate<String> with(String organ) {
    return other -> other.equals(organ) || organ.equals(mergedInto.get(other));
  }

  /** Table three without its noughts: row and column, and how many. */
  Map<String, Long> tableThree(Predicate<String> organs) {
    Map<String, Long> cells = new TreeMap<>();
    for (Case one : cases.values()) {
      if (!organs.test(one.organ()) || one.receivedOn().isAfter(last)) {
        continue;
      }
      Optional<LocalDate> answeredOn = one.answer().map(Answer::on);
      if (answeredOn.filter(first::isAfter).isPresent()) {
        continue;
      }
      add(cells, one.receivedOn().isBefore(first) ? "CARRIED_IN" : "NEWLY_RECEIVED", one);
      if (answeredOn.filter(day -> !day.isAfter(last)).isPresent()) {
        add(cells, one.answer().get().outcome(), one);
        add(cells, "CONCLUDED", one);
      } else {
        add(cells, "CARRIED_OUT", one);
      }
    }
    return cells;
  }

  private static void add(Map<String, Long> cells, String row, Case one) {
    for (String column : List.of(one.type(), "total")) {
      cells.merge(row + " " + column, 1L, Long::sum);
    }
  }

  /** Table four without its noughts: group and result, and how many. */
  Map<String, Long> tableFour(Predicate<String> organs) {
    Map<String, Long> cells = new TreeMap<>();
    for (Dispute one : disputes.values()) {
      boolean closed = one.closedOn().filter(day -> !day.isAfter(last)).isPresent();
      boolean before = one.closedOn().filter(first::isAfter).isPresent();
      if (organs.test(one.organ()) && !one.acceptedOn().isAfter(last) && !before) {
        cells.merge(one.kind() + " " + (closed ? one.result() : "pending"), 1L, Long::sum);
        cells.merge(one.kind() + " total", 1L, Long::sum);
      }
    }
    return cells;
  }

  /** How many answers of the year came too late. */
  long late(Predicate<String> organs) {
    return cases.values().stream()
        .filter(one -> organs.test(one.organ()))
        .flatMap(one -> one.answer().stream())
        .filter(answer -> !answer.on().isBefore(first) && !answer.on().isAfter(last))
        .filter(Answer::late)
        .count();
  }
}
