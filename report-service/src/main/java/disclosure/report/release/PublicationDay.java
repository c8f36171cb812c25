package disclosure.report.release;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.statistics.DirectoryOrgan;
import disclosure.report.statistics.OrganDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A report is published once the year that it tells of is over (Regulation, Article 49). */
@ApplicationScoped
class PublicationDay {

  private final OrganDirectory directory;
  private final Clock clock;

  PublicationDay(OrganDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * That of an organ that ended in the year can be published from its last day on.
   *
   * @throws Refusal 409 before the end of the year, or before the date under the report; 503 when
   *     the register can't be asked whether an organ has ended
   */
  void require(ReportId id, DraftContent content) {
    LocalDate today = LocalDate.now(clock);
    if (!isOver(id.year(), today, () -> lastDay(id))) {
      throw tooEarly(
          Text.of(
              "%1$d年尚未结束，数据还会变动，请在%2$d年1月1日以后公布。",
              "%1$d isn't over and its figures still move; publish in %2$d.",
              id.year(),
              id.year() + 1));
    }
    content
        .signedOn()
        .filter(on -> id.year() < today.getYear() && on.isAfter(today))
        .ifPresent(
            on -> {
              throw tooEarly(
                  Text.of(
                      "落款的成文日期为%s，请在当日或者以后公布，或者更正日期。",
                      "The report is dated %s: publish it then or later, or mend the date.", on));
            });
  }

  private Optional<LocalDate> lastDay(ReportId id) {
    return Optional.of(directory.organ(id.organ())).flatMap(DirectoryOrgan::validTo);
  }

  /**
   * Whether the year is over for an organ.
   *
   * @param lastDay its last day, asked for only where it makes a difference
   */
  static boolean isOver(int year, LocalDate today, Supplier<Optional<LocalDate>> lastDay) {
    return year < today.getYear() || lastDay.get().filter(last -> !last.isAfter(today)).isPresent();
  }

  private static Refusal tooEarly(Text why) {
    return Refusal.conflict(
        "too-early", new Text("公布过早", "Too early to be published"), why, List.of());
  }
}
