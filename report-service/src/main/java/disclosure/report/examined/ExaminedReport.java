package disclosure.report.examined;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.examination.Examination;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examination.text.Section;
import disclosure.report.examination.text.SectionTexts;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as it was read, for programs. Nothing in it is put right. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExaminedReport(
    @Schema(enumeration = {"TXT", "HTML", "DOCX", "XLSX", "PDF", "OFD"}) String format,
    @Schema(description = "As the title or the signature has it", examples = "临县人民政府办公室")
        Optional<String> organName,
    @Schema(examples = "2024") Optional<Integer> year,
    @Schema(
            description = "On one line; empty when none was found",
            examples = "临县人民政府办公室2024年政府信息公开工作年度报告")
        String title,
    @Schema(description = "落款", examples = "临县人民政府办公室") Optional<String> signedBy,
    @Schema(description = "成文日期 as it is written", examples = "2025年1月20日")
        Optional<String> signedOn,
    @Schema(
            description = "The edition of the form that the tables are made by",
            enumeration = {"FORM_2019", "FORM_2021"})
        String edition,
    @Schema(description = "The unit of fees that section two tells", examples = "万元")
        Optional<String> feeUnit,
    @Schema(description = "Section two, the rows that were found") List<Row> proactive,
    @Schema(description = "Table three, the rows that were found") List<Row> applications,
    @Schema(description = "Table four, the groups that were found") List<Row> disputes,
    @Schema(description = "The sections that were found, and what stands before them")
        List<SectionText> texts,
    @Schema(
            description =
                "Whether texts were left out, since they are longer than 100,000 characters; those"
                    + " of a job's files always are")
        boolean textsCut,
    @Schema(description = "What is wrong or should be looked at, the worst first, at most 200")
        List<FindingAnswer> findings,
    @Schema(description = "Only where there are more findings than are listed")
        Optional<LeftOut> findingsLeftOut) {

  /** What came in and what went out: those that are held against each other. */
  private static final List<FormRow> IN_AND_OUT =
      List.of(FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN, FormRow.CONCLUDED, FormRow.CARRIED_OUT);

  private static final int MAX_TEXT = 100_000;
  private static final int MAX_TITLE = 200;
  private static final int MAX_FINDINGS = 200;

  /** How many findings aren't listed, and which figures they are about. */
  @Schema(name = "ExaminationFindingsLeftOut")
  public record LeftOut(
      @Schema(description = "How many of them are WRONG", examples = "12") int wrong,
      @Schema(description = "How many of them are to be looked at", examples = "30") int look,
      @Schema(description = "Where the figures of tables stand that they are about")
          List<PlaceAnswer> places) {

    /** A defensive copy is kept; what an older release stored tells no places. */
    public LeftOut {
      places = places == null ? List.of() : List.copyOf(places);
    }
  }

  /** A row of a table. */
  @Schema(name = "ExaminedRow")
  public record Row(
      @Schema(
              description =
                  "The code of the form's row, such as NEWLY_RECEIVED, NORMATIVE_DOCUMENTS or"
                      + " RECONSIDERATION; OTHER_HANDLING_IN_ONE for 其他处理 as one row",
              examples = "NEWLY_RECEIVED")
          String row,
      @Schema(description = "The form's words", examples = "一 本年新收政府信息公开申请数量") String label,
      List<Cell> cells) {}

  /** A cell of a table. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ExaminedCell")
  public record Cell(
      @Schema(description = "The heading of its column in the form", examples = "总计") String column,
      @Schema(
              description =
                  "What stands there: a number; nothing, or a mark such as /, neither of which is"
                      + " zero; what couldn't be read; or no such cell",
              enumeration = {"VALUE", "BLANK", "MARK", "UNREAD", "MISSING"})
          String kind,
      @Schema(description = "Only with VALUE", examples = "27") Optional<BigDecimal> value,
      @Schema(description = "As it stands there, at most 60 characters", examples = "27")
          String text,
      @Schema(
              description = "DOUBTFUL: somebody has to look",
              enumeration = {"SURE", "LIKELY", "DOUBTFUL"})
          String confidence,
      Optional<PlaceAnswer> place) {

    @JsonIgnore
    boolean isSure() {
      return kind.equals("VALUE") && confidence.equals("SURE");
    }
  }

  /** Where something stands. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ExaminedPlace", description = "All numbers are from 1")
  public record PlaceAnswer(
      @Schema(description = "In documents that have pages", examples = "2") Optional<Integer> page,
      @Schema(description = "Which table of the document", examples = "5") Optional<Integer> table,
      @Schema(description = "The table's row, or the line outside of tables", examples = "4")
          int row,
      @Schema(description = "The table's column", examples = "8") Optional<Integer> column,
      @Schema(description = "The same in Chinese", examples = "第5个表格（第2页）第4行第8列") String words) {

    static Optional<PlaceAnswer> of(Place place) {
      return place.equals(Place.NONE)
          ? Optional.empty()
          : Optional.of(
              new PlaceAnswer(
                  number(place.page()),
                  number(place.table()),
                  place.row(),
                  number(place.column()),
                  place.chinese()));
    }

    private static Optional<Integer> number(int number) {
      return number == 0 ? Optional.empty() : Optional.of(number);
    }
  }

  /** The paragraphs of a section. */
  @Schema(name = "ExaminedSection")
  public record SectionText(
      @Schema(
              description = "LEAD: what stands before section one",
              enumeration = {
                "LEAD",
                "OVERVIEW",
                "PROACTIVE",
                "APPLICATIONS",
                "DISPUTES",
                "PROBLEMS",
                "OTHER_MATTERS"
              })
          String section,
      List<Paragraph> paragraphs) {}

  /** A paragraph. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ExaminedParagraph")
  public record Paragraph(
      @Schema(examples = "2024年共受理依申请公开27件。") String text, Optional<PlaceAnswer> place) {}

  /** Something to send back. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ExaminationFinding")
  public record FindingAnswer(
      @Schema(
              enumeration = {
                "IN_EQUALS_OUT",
                "CONCLUDED_IS_SUM",
                "TOTAL_IS_SUM",
                "DISPUTES_ADD_UP",
                "EDITION",
                "SECTION_MISSING",
                "TABLE_MISSING",
                "ROWS_MISSING",
                "CELLS_MISSING",
                "CELLS_UNFILLED",
                "CELLS_UNREAD",
                "CELLS_DOUBTFUL",
                "READING",
                "IMPOSSIBLE_FIGURE",
                "UNIT",
                "YEAR",
                "NAME",
                "SENTENCE",
                "CITATION",
                "FEE_STATEMENT"
              })
          String kind,
      @Schema(
              description = "WRONG as it was published (错误), or to be looked at (提示)",
              enumeration = {"LOOK", "WRONG"})
          String severity,
      Optional<PlaceAnswer> place,
      @Schema(description = "Where what it disagrees with stands") Optional<PlaceAnswer> otherPlace,
      @Schema(description = "The number that stands there", examples = "26")
          Optional<BigDecimal> found,
      @Schema(description = "The number that it should equal", examples = "27")
          Optional<BigDecimal> expected,
      @Schema(
              description = "The sentence to send back",
              examples = "表三“自然人”列：第一项加第二项为27，第三项（七）加第四项为26，两者应当相等。")
          String chinese,
      @Schema(
              description = "The same in English",
              examples = "Table three, column 自然人: rows 一 and 二 give 27, rows 三（七） and 四 give 26.")
          String english) {

    static FindingAnswer of(Finding finding) {
      return new FindingAnswer(
          finding.kind().name(),
          finding.severity().name(),
          PlaceAnswer.of(finding.place()),
          PlaceAnswer.of(finding.otherPlace()),
          finding.numbers().map(Finding.Numbers::found),
          finding.numbers().map(Finding.Numbers::expected),
          finding.chinese(),
          finding.english());
    }
  }

  /** How many findings are wrong, listed or not. */
  public int wrong() {
    return count(findings, Severity.WRONG) + findingsLeftOut.map(LeftOut::wrong).orElse(0);
  }

  /** How many are to be looked at, listed or not. */
  public int look() {
    return count(findings, Severity.LOOK) + findingsLeftOut.map(LeftOut::look).orElse(0);
  }

  private static int count(List<FindingAnswer> findings, Severity severity) {
    return (int) findings.stream().filter(one -> one.severity().equals(severity.name())).count();
  }

  /** Where figures stand that findings are about, listed or not. */
  Set<PlaceAnswer> concerned() {
    Set<PlaceAnswer> places = new LinkedHashSet<>(concerned(findings));
    findingsLeftOut.ifPresent(rest -> places.addAll(rest.places()));
    return places;
  }

  /** Of some findings; what came in and went out is four figures. */
  private Set<PlaceAnswer> concerned(List<FindingAnswer> some) {
    Set<PlaceAnswer> places = new LinkedHashSet<>();
    Optional<PlaceAnswer> concluded = total(FormRow.CONCLUDED).flatMap(Cell::place);
    for (FindingAnswer finding : some) {
      finding.place().ifPresent(places::add);
      finding.otherPlace().ifPresent(places::add);
      if (finding.kind().equals(Finding.Kind.IN_EQUALS_OUT.name())
          && concluded.isPresent()
          && finding.place().equals(concluded)) {
        IN_AND_OUT.forEach(row -> total(row).flatMap(Cell::place).ifPresent(places::add));
      }
    }
    places.retainAll(cells());
    return places;
  }

  private Set<PlaceAnswer> cells() {
    return Stream.of(proactive, applications, disputes)
        .flatMap(List::stream)
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.place().stream())
        .collect(Collectors.toSet());
  }

  /** The total of a row of table three. */
  Optional<Cell> total(FormRow row) {
    return applications.stream()
        .filter(found -> found.row().equals(row.name()))
        .flatMap(found -> found.cells().stream())
        .filter(cell -> cell.column().equals(Column.TOTAL.label()))
        .findFirst();
  }

  /** The same with no more than so many findings; of the others is told what they are about. */
  public ExaminedReport listing(int most) {
    if (findings.size() <= most) {
      return this;
    }
    List<FindingAnswer> rest = findings.subList(most, findings.size());
    Set<PlaceAnswer> places = new LinkedHashSet<>(concerned(rest));
    findingsLeftOut.ifPresent(before -> places.addAll(before.places()));
    return with(
        texts,
        textsCut,
        findings.subList(0, most),
        Optional.of(
            new LeftOut(
                count(rest, Severity.WRONG) + findingsLeftOut.map(LeftOut::wrong).orElse(0),
                count(rest, Severity.LOOK) + findingsLeftOut.map(LeftOut::look).orElse(0),
                List.copyOf(places))));
  }

  /** The same without texts. */
  public ExaminedReport withoutTexts() {
    return with(List.of(), textsCut || !texts.isEmpty(), findings, findingsLeftOut);
  }

  private ExaminedReport with(
      List<SectionText> someTexts,
      boolean cut,
      List<FindingAnswer> listed,
      Optional<LeftOut> leftOut) {
    return new ExaminedReport(
        format,
        organName,
        year,
        title,
        signedBy,
        signedOn,
        edition,
        feeUnit,
        proactive,
        applications,
        disputes,
        someTexts,
        cut,
        listed,
        leftOut);
  }

  /** What was read, for programs; long texts are left out, and findings beyond the first 200. */
  public static ExaminedReport of(Examination read) {
    ReadTables tables = new ReadTables(read);
    String title = read.origin().title();
    List<SectionText> texts = new ArrayList<>();
    int left = MAX_TEXT;
    boolean cut = false;
    List<SectionTexts.Text> lead = fitting(read.texts().lead(), left);
    texts.add(section("LEAD", lead));
    left -= length(lead);
    cut |= lead.size() < read.texts().lead().size();
    for (Section section : Section.values()) {
      List<SectionTexts.Text> all = read.texts().sections().get(section);
      if (all != null) {
        List<SectionTexts.Text> some = fitting(all, left);
        texts.add(section(section.name(), some));
        left -= length(some);
        cut |= some.size() < all.size();
      }
    }
    return new ExaminedReport(
            read.format().name(),
            read.origin().organ(),
            read.origin().year().stream().boxed().findFirst(),
            title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title,
            read.origin().signedBy(),
            read.origin().signedOn(),
            read.edition().name(),
            read.proactive().feeUnit(),
            tables.proactive(),
            tables.applications(),
            tables.disputes(),
            texts,
            cut,
            read.findings().stream().map(FindingAnswer::of).toList(),
            Optional.empty())
        .listing(MAX_FINDINGS);
  }

  /** As many as there is room for. */
  private static List<SectionTexts.Text> fitting(List<SectionTexts.Text> texts, int room) {
    int length = 0;
    for (int i = 0; i < texts.size(); i++) {
      length += texts.get(i).text().length();
      if (length > room) {
        return texts.subList(0, i);
      }
    }
    return texts;
  }

  private static int length(List<SectionTexts.Text> texts) {
    return texts.stream().mapToInt(text -> text.text().length()).sum();
  }

  private static SectionText section(String name, List<SectionTexts.Text> texts) {
    return new SectionText(
        name,
        texts.stream()
            .map(text -> new Paragraph(text.text(), PlaceAnswer.of(text.place())))
            .toList());
  }
}
