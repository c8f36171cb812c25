package disclosure.report.examination.sentence;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.text.Section;
import disclosure.report.examination.text.SectionTexts;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paragraphs of a report's texts that are read for what they say: those that a page parts are
 * put together again. Paragraphs and reports that are longer than any office's are left out from
 * where they become so, and what is left out says nothing.
 */
final class ReadTexts {

  private static final int LONGEST_PARAGRAPH = 2_000;
  private static final int LONGEST_REPORT = 40_000;
  private static final String ENDS = "。！？!?；;：:…";

  private record Placed(Paragraph paragraph, Place place) {}

  private final List<Placed> read = new ArrayList<>();
  private int length;
  private boolean whole = true;

  private ReadTexts() {}

  static ReadTexts of(SectionTexts texts) {
    ReadTexts gathered = new ReadTexts();
    gathered.add(disclosure.report.text.Section.LEAD, texts.lead());
    gathered.add(disclosure.report.text.Section.OVERVIEW, section(texts, Section.OVERVIEW));
    gathered.add(disclosure.report.text.Section.PROBLEMS, section(texts, Section.PROBLEMS));
    gathered.add(
        disclosure.report.text.Section.OTHER_MATTERS, section(texts, Section.OTHER_MATTERS));
    return gathered;
  }

  private static List<SectionTexts.Text> section(SectionTexts texts, Section section) {
    return texts.sections().getOrDefault(section, List.of());
  }

  /** In their order. */
  List<Paragraph> paragraphs() {
    return read.stream().map(Placed::paragraph).toList();
  }

  /** How many characters they have. */
  int length() {
    return length;
  }

  /** Whether nothing was left out. */
  boolean isWhole() {
    return whole;
  }

  /** Where it is said; of what is said twice, the first. */
  Place place(Quote quote) {
    return first(quote.section(), quote.sentence())
        .or(() -> first(quote.section(), quote.words()))
        .orElse(Place.NONE);
  }

  /** The first place in a section where the words stand. */
  Optional<Place> first(disclosure.report.text.Section section, String words) {
    return read.stream()
        .filter(one -> one.paragraph().section() == section)
        .filter(one -> one.paragraph().text().contains(words))
        .map(Placed::place)
        .findFirst();
  }

  private void add(disclosure.report.text.Section section, List<SectionTexts.Text> texts) {
    StringBuilder open = new StringBuilder();
    Place begun = Place.NONE;
    Place last = Place.NONE;
    for (SectionTexts.Text text : texts) {
      boolean goesOn =
          !open.isEmpty()
              && text.place().page() > last.page()
              && ENDS.indexOf(open.charAt(open.length() - 1)) < 0;
      if (!goesOn) {
        end(section, open, begun);
        begun = text.place();
      }
      open.append(text.text().strip());
      last = text.place();
    }
    end(section, open, begun);
  }

  private void end(disclosure.report.text.Section section, StringBuilder open, Place place) {
    if (open.length() > LONGEST_PARAGRAPH || length + open.length() > LONGEST_REPORT) {
      whole = false;
    } else if (!open.isEmpty()) {
      length += open.length();
      read.add(new Placed(new Paragraph(section, open.toString()), place));
    }
    open.setLength(0);
  }
}
