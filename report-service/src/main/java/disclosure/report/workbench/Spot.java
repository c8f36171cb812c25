package disclosure.report.workbench;

import disclosure.edge.look.Wording;
import disclosure.report.check.CrossCheck;
import disclosure.report.check.Verdict;
import disclosure.report.content.ReportId;
import disclosure.report.form.Section;
import disclosure.report.workbench.form.DraftFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where something that a check found is mended.
 *
 * @param part of the page on which a draft is written: {@link #WHOLE}, {@link #FIGURES}, {@link
 *     #SIGNATURE}, a text, or a section
 * @param field the field; empty where none is meant alone
 */
public record Spot(String part, String field) {

  /** What is about no section in particular. */
  public static final String WHOLE = "whole";

  /** The figures that a draft names for itself. */
  public static final String FIGURES = "figures";

  /** Who signs, and when. */
  public static final String SIGNATURE = "signature";

  private static final String COLLECTION = "collection";

  /** The place of each thing that a check found; that of the check where it says no more. */
  public static List<Spot> of(ReportId id, Verdict verdict) {
    return verdict.found().isEmpty()
        ? List.of(of(id, verdict.check(), ""))
        : verdict.found().stream().map(found -> of(id, verdict.check(), found.place())).toList();
  }

  /** The place that a check names. */
  public static Spot of(ReportId id, CrossCheck check, String place) {
    if (place.isEmpty() || place.equals(COLLECTION)) {
      return new Spot(Sections.of(check).map(Spot::part).orElse(WHOLE), place);
    }
    if (place.startsWith("figures.")) {
      return new Spot(FIGURES, place);
    }
    if (place.equals(DraftFields.SIGNED_BY) || place.equals(DraftFields.SIGNED_ON)) {
      return new Spot(SIGNATURE, place);
    }
    if (DraftFields.TEXTS.contains(place)) {
      return new Spot(place, place);
    }
    return DraftFields.isOfTable(place)
        ? new Spot(part(Section.PROACTIVE), typed(id, place) ? place : "")
        : new Spot(place, "");
  }

  private static boolean typed(ReportId id, String place) {
    return DraftFields.table(id).stream()
        .flatMap(group -> group.fields().stream())
        .anyMatch(field -> field.name().equals(place));
  }

  /** The part of a section. */
  public static String part(Section section) {
    return Sections.field(section).orElse(section.name().toLowerCase(Locale.ROOT));
  }

  /** In words. */
  public String heading() {
    return switch (part) {
      case WHOLE -> Wording.of("全文");
      case FIGURES -> Wording.of("自定义数据");
      case SIGNATURE -> Wording.of("落款");
      case "lead" -> DraftFields.heading("lead");
      default ->
          field.equals(COLLECTION)
              ? Wording.of("各单位报送情况")
              : section().map(Section::numbered).orElse(Wording.of("全文"));
    };
  }

  /** Where a writer mends it, and who doesn't write sees it printed. */
  public String address(ReportId id, boolean writes) {
    if (field.equals(COLLECTION)) {
      return Place.of(id, COLLECTION);
    }
    return writes
        ? Place.of(id, "draft") + "#" + (field.isEmpty() ? "part-" + part : field)
        : Place.of(id, "preview")
            + section().map(printed -> "#section-" + (printed.ordinal() + 1)).orElse("");
  }

  private Optional<Section> section() {
    return Stream.of(Section.values()).filter(one -> part(one).equals(part)).findFirst();
  }
}
