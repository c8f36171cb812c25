package disclosure.requests.page.organs;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.page.administration.Part;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the pages tell of organs. */
final class OrganWords {

  private OrganWords() {}

  static String address(OrganCode organ) {
    return Part.ORGANS.address() + "/" + organ.value();
  }

  /** The directory below an organ on a day. */
  static String below(OrganCode organ, LocalDate day) {
    return Part.ORGANS.address() + "?on=" + day + "&top=" + organ.value();
  }

  /** From when to when; empty for always. */
  static String term(Optional<LocalDate> from, Optional<LocalDate> to) {
    return Stream.concat(
            from.map(day -> Wording.of("%s起", ChineseDates.of(day))).stream(),
            to.map(day -> Wording.of("%s止", ChineseDates.of(day))).stream())
        .collect(Collectors.joining(Wording.of("，")));
  }
}
