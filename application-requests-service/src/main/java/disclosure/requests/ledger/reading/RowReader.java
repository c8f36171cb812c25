package disclosure.requests.ledger.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.PlainText;
import disclosure.edge.Writing;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.ledger.post.StepOrder;
import disclosure.requests.ledger.receipt.CaseDays;
import disclosure.requests.ledger.receipt.Receipt;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.Days;
import disclosure.requests.ledger.words.Numbers;
import disclosure.requests.ledger.words.OwnWords;
import disclosure.requests.ledger.words.Remarks;
import disclosure.requests.ledger.words.WordKind;
import disclosure.requests.ledger.words.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes an application of a row, in the shape in which other systems post them. */
final class RowReader {

  /** Of a telephone or an identity card. */
  private static final Pattern NUMBER = Pattern.compile("[+(（]?\\d[-\\d()（）—]{5,24}[Xx]?");

  /** Those on which something happened, but for receipt and conclusion. */
  private static final List<Column> DAYS =
      List.of(
          Column.CORRECTION_REQUESTED_ON,
          Column.CORRECTION_RECEIVED_ON,
          Column.THIRD_PARTY_CONSULTED_ON,
          Column.THIRD_PARTY_REPLIED_ON,
          Column.EXTENDED_ON,
          Column.FEE_NOTIFIED_ON,
          Column.FEE_PAID_ON,
          Column.SERVED_ON);

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[、,，;；/\\r\\n]+");

  private final Layout layout;
  private final Line line;
  private final Optional<Integer> year;
  private final OwnWords own;
  private final List<LedgerProblem> problems = new ArrayList<>();
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ArrayNode steps = json.arrayNode();

  /**
   * @param year the one in which days without a year are
   * @param own what the organ's own words mean
   */
  RowReader(Layout layout, Line line, Optional<Integer> year, OwnWords own) {
    this.own = own;
    this.layout = layout;
    this.line = line;
    this.year = year;
  }

  /** What is wrong with the words of the row. */
  List<LedgerProblem> problems() {
    return problems;
  }

  /** Where something stands that is wrong with what the row says; the whole row when unknown. */
  LedgerProblem problem(Fault fault) {
    return Column.ofField(fault.field(), json)
        .map(column -> layout.cell(line, column, fault))
        .orElseGet(() -> layout.row(line, fault));
  }

  /** What the row says of its days. */
  CaseDays days() {
    String receipt = word(Column.RECEIVED_ON);
    return year.isEmpty() || !Days.lacksYear(receipt)
        ? new CaseDays(receipt, List.of(), "", "", "", List.of())
        : new CaseDays(
            receipt,
            DAYS.stream().map(this::word).filter(day -> !day.isEmpty()).toList(),
            word(Column.CONCLUDED_ON),
            word(Column.REFERENCE),
            word(Column.DOCUMENT_NUMBER),
            layout.notes(line));
  }

  LedgerRow read(OrganCode organ, Receipt receipt) {
    flaws();
    beaten();
    remarks();
    json.put("organCode", organ.value());
    json.put("imported", true);
    json.set("steps", steps);
    text(Column.REFERENCE, json);
    received(receipt);
    code(Column.CHANNEL, Channel.class, Words::channel, json);
    ObjectNode applicant = json.putObject("applicant");
    code(Column.APPLICANT_TYPE, ApplicantType.class, Words::applicantType, applicant);
    text(Column.NAME, applicant);
    nameAndNumber();
    text(Column.IDENTITY_NUMBER, applicant);
    text(Column.CONTACT, applicant);
    others(applicant);
    text(Column.SUBJECT, json);
    text(Column.HANDLER, json);
    steps();
    StepOrder.byDay(steps);
    return new LedgerRow(
        layout.sheet(),
        line.number(),
        json.path(Column.REFERENCE.fieldName()).asText(),
        json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Who asks for what, in the one writing; empty where the row doesn't say both. */
  Optional<String> request() {
    JsonNode applicant = json.path("applicant");
    return Stream.of(Column.NAME, Column.IDENTITY_NUMBER, Column.CONTACT)
        .map(column -> Writing.of(applicant.path(column.fieldName()).asText()))
        .filter(who -> !who.isEmpty())
        .findFirst()
        .map(who -> who + "\n" + Writing.of(json.path(Column.SUBJECT.fieldName()).asText()))
        .filter(request -> !request.endsWith("\n"));
  }

  private void steps() {
    step(StepType.CORRECTION_REQUESTED, Column.CORRECTION_REQUESTED_ON, Column.CORRECTION_DEADLINE)
        .ifPresent(step -> day(Column.CORRECTION_DEADLINE, step));
    step(StepType.CORRECTION_RECEIVED, Column.CORRECTION_RECEIVED_ON);
    step(StepType.THIRD_PARTY_CONSULTED, Column.THIRD_PARTY_CONSULTED_ON);
    thirdParty();
    step(StepType.EXTENDED, Column.EXTENDED_ON, Column.EXTENDED_DAYS)
        .ifPresent(step -> number(Column.EXTENDED_DAYS, step));
    step(StepType.FEE_NOTIFIED, Column.FEE_NOTIFIED_ON, Column.FEE_BASIS, Column.FEE_NOTIFIED)
        .ifPresent(
            step -> {
              code(Column.FEE_BASIS, FeeBasis.class, Words::feeBasis, step);
              amount(Column.FEE_NOTIFIED, step);
            });
    step(StepType.FEE_PAID, Column.FEE_PAID_ON, Column.FEE_PAID)
        .ifPresent(step -> amount(Column.FEE_PAID, step));
    step(
            StepType.CONCLUDED,
            Column.CONCLUDED_ON,
            Column.OUTCOME,
            Column.DOCUMENT_NUMBER,
            Column.SERVED_ON,
            Column.SERVED_BY)
        .ifPresent(
            step -> {
              code(Column.OUTCOME, Outcome.class, this::outcome, step);
              text(Column.SPECIAL_LAW, step);
              text(Column.DOCUMENT_NUMBER, step);
              day(Column.SERVED_ON, step);
              code(Column.SERVED_BY, DeliveryWay.class, Words::deliveryWay, step);
            });
  }

  /** What is deemed abandoned is so for want of a correction, or of a payment. */
  private Optional<Outcome> outcome(String word) {
    return Words.outcome(word)
        .or(() -> Words.isDeemedAbandoned(word) ? abandoned() : Optional.empty());
  }

  private Optional<Outcome> abandoned() {
    boolean corrected = isSaid(Column.CORRECTION_RECEIVED_ON);
    boolean paid = isSaid(Column.FEE_PAID_ON);
    boolean correction = isSaid(Column.CORRECTION_REQUESTED_ON);
    boolean fee = isSaid(Column.FEE_NOTIFIED_ON);
    boolean both = correction && fee;
    correction &= !both || !corrected;
    fee &= !both || !paid;
    if (correction == fee) {
      add(Column.OUTCOME, RegisterFault.CELL_ABANDONED_FOR_WANT_OF_WHAT.at(""));
      return Optional.empty();
    }
    return Optional.of(correction ? Outcome.CORRECTION_OVERDUE : Outcome.FEE_OVERDUE);
  }

  private boolean isSaid(Column column) {
    return !word(column).isEmpty();
  }

  /** Who never answered has no day of an answer, and there is no step. */
  private void thirdParty() {
    boolean isSilent =
        word(Column.THIRD_PARTY_REPLIED_ON).isEmpty()
            && opinion().filter(ThirdPartyOpinion.SILENT::equals).isPresent();
    if (!isSilent) {
      step(StepType.THIRD_PARTY_REPLIED, Column.THIRD_PARTY_REPLIED_ON, Column.THIRD_PARTY_OPINION)
          .ifPresent(
              step ->
                  code(Column.THIRD_PARTY_OPINION, ThirdPartyOpinion.class, Words::opinion, step));
    }
  }

  private Optional<ThirdPartyOpinion> opinion() {
    String word = word(Column.THIRD_PARTY_OPINION);
    return own.find(WordKind.THIRD_PARTY_OPINION, ThirdPartyOpinion.class, word)
        .or(() -> Words.opinion(word));
  }

  /** What stands in the wrong one of two columns would be a name that anybody may be shown. */
  private void nameAndNumber() {
    if (NUMBER.matcher(clean(word(Column.NAME)).replace(" ", "")).matches()) {
      add(Column.NAME, RegisterFault.NAME_IS_A_NUMBER.at(""));
    }
  }

  /** A cell may name several persons who apply together. */
  private void others(ObjectNode applicant) {
    List<String> names =
        BETWEEN_NAMES
            .splitAsStream(word(Column.JOINT_APPLICANTS))
            .map(RowReader::clean)
            .filter(name -> !name.isEmpty())
            .toList();
    if (!names.isEmpty()) {
      ArrayNode joint = applicant.putArray(Column.JOINT_APPLICANTS.fieldName());
      names.forEach(name -> joint.addObject().put("name", name));
    }
    String agent = clean(word(Column.AGENT));
    if (!agent.isEmpty()) {
      applicant.putObject(Column.AGENT.fieldName()).put("name", agent);
    }
  }

  /** A step, when its day or anything else of it is filled in. */
  private Optional<ObjectNode> step(StepType type, Column day, Column... more) {
    boolean present = !word(day).isEmpty();
    for (Column column : more) {
      present |= !word(column).isEmpty();
    }
    if (!present) {
      return Optional.empty();
    }
    ObjectNode step = steps.addObject().put("type", type.name());
    if (word(day).isEmpty()) {
      add(day, RegisterFault.CELL_REQUIRED.at(""));
    }
    day(day, step);
    for (Column column : more) {
      if (word(column).isEmpty() && !column.isOptionalInStep()) {
        add(column, RegisterFault.CELL_REQUIRED_WITH_DAY.at("", layout.heading(day)));
      }
    }
    return Optional.of(step);
  }

  private void text(Column column, ObjectNode into) {
    String word = clean(word(column));
    if (!word.isEmpty()) {
      into.put(column.fieldName(), word);
    }
  }

  private void received(Receipt receipt) {
    String word = word(Column.RECEIVED_ON);
    if (receipt instanceof Receipt.On on) {
      json.put(Column.RECEIVED_ON.fieldName(), on.day().toString());
    } else if (receipt instanceof Receipt.Either either) {
      add(
          Column.RECEIVED_ON,
          RegisterFault.CELL_RECEIVED_IN_ONE_OF_TWO_YEARS.at(
              "", word, either.earlier(), either.later()));
    } else {
      day(Column.RECEIVED_ON, json);
    }
  }

  private void day(Column column, ObjectNode into) {
    String word = word(column);
    if (word.isEmpty()) {
      return;
    }
    LocalDate received =
        Optional.of(json.path("receivedOn").asText())
            .filter(on -> !on.isEmpty())
            .map(LocalDate::parse)
            .orElse(LocalDate.MIN);
    Optional<LocalDate> day =
        column == Column.CONCLUDED_ON
            ? Days.readConclusion(received, word, year)
            : Days.readFrom(received, word, year);
    if (day.isEmpty()) {
      noDay(column, word, Days.yearBefore(received, word, year));
    }
    day.ifPresent(read -> into.put(column.fieldName(), read.toString()));
  }

  /** A day without a year is quoted; anything else may be about persons. */
  private void noDay(Column column, String word, Optional<LocalDate> yearBefore) {
    if (Days.isCutShort(word)) {
      add(column, RegisterFault.CELL_DAY_CUT_SHORT.at("", word));
    } else if (!Days.lacksYear(word) || Days.isNone(word)) {
      add(column, RegisterFault.CELL_NOT_A_DAY.at(""));
    } else if (yearBefore.isPresent()) {
      LocalDate day = yearBefore.get();
      add(column, RegisterFault.CELL_IN_ONE_OF_TWO_YEARS.at("", word, day, day.plusYears(1)));
    } else if (year.isEmpty()) {
      add(column, RegisterFault.CELL_WITHOUT_YEAR.at("", word));
    } else {
      add(column, RegisterFault.CELL_WITHOUT_YEAR_BEFORE_RECEIPT.at("", word));
    }
  }

  private <E extends Enum<E>> void code(
      Column column, Class<E> codes, Function<String, Optional<E>> usual, ObjectNode into) {
    String word = word(column);
    Optional<E> meaning =
        own.find(WordKind.valueOf(column.name()), codes, word).or(() -> usual.apply(word));
    if (!word.isEmpty() && meaning.isEmpty()) {
      String choices = String.join("、", column.choices());
      add(
          column,
          RegisterFault.CELL_NOT_UNDERSTOOD
              .at("", choices)
              .expecting(Expected.oneOf(column.choices())));
    }
    meaning.ifPresent(code -> into.put(column.fieldName(), code.name()));
  }

  private void number(Column column, ObjectNode into) {
    String word = clean(word(column));
    Optional<Integer> number = Numbers.whole(word);
    number.ifPresent(read -> into.put(column.fieldName(), read));
    if (number.isEmpty() && !word.isEmpty()) {
      add(column, InputFault.NOT_AN_INTEGER.at(""));
    }
  }

  private void amount(Column column, ObjectNode into) {
    String word = clean(word(column));
    Optional<BigDecimal> amount = Numbers.amount(word);
    amount.ifPresent(read -> into.put(column.fieldName(), read.stripTrailingZeros()));
    if (amount.isEmpty() && !word.isEmpty()) {
      add(column, RegisterFault.CELL_NOT_AN_AMOUNT.at(""));
    }
  }

  private String word(Column column) {
    if (layout.places(column).isEmpty()) {
      return layout.ticked(column, line);
    }
    return layout.places(column).stream()
        .filter(place -> line.flaw(place).isEmpty())
        .map(line::cell)
        .filter(cell -> !cell.isEmpty() && !isNothing(column, cell))
        .distinct()
        .collect(Collectors.joining("；"));
  }

  /** Offices put a stroke where there is nothing to say; 0 is an amount where it has a day. */
  private boolean isNothing(Column column, String cell) {
    return switch (column) {
      case FEE_NOTIFIED -> isNoFee(cell, Column.FEE_NOTIFIED_ON);
      case FEE_PAID -> isNoFee(cell, Column.FEE_PAID_ON);
      case THIRD_PARTY_OPINION -> !cell.equals("否") && !Unread.isSaid(cell);
      case OUTCOME, CONCLUDED_ON -> Pending.isSaid(cell) || !Unread.isSaid(cell);
      case JOINT_APPLICANTS, AGENT, HANDLER -> !Unread.isSaid(cell);
      default -> column.isOfStep() && !Unread.isSaid(cell);
    };
  }

  private boolean isNoFee(String cell, Column day) {
    return Numbers.amount(clean(cell)).filter(amount -> amount.signum() == 0).isPresent()
        ? word(day).isEmpty()
        : !Unread.isSaid(cell);
  }

  /**
   * What no longer says what was typed is no value, and may look like one; nor is what no text may
   * hold.
   */
  private void flaws() {
    for (Column column : Column.values()) {
      layout.places(column).stream()
          .filter(place -> !isText(line.cell(place)))
          .forEach(
              place -> problems.add(layout.cell(line, place, InputFault.NOT_PLAIN_TEXT.at(""))));
      layout.places(column).stream()
          .flatMap(place -> line.flaw(place).stream())
          .findFirst()
          .ifPresent(flaw -> add(column, flaw.fault().at("")));
    }
  }

  /** What stands in another column than the one that is read, and is empty, would be lost. */
  private void beaten() {
    for (Column column : Column.values()) {
      layout.beaten(column).stream()
          .filter(place -> !line.cell(place).isEmpty() && !isNothing(column, line.cell(place)))
          .filter(place -> word(column).isEmpty())
          .findFirst()
          .ifPresent(
              place ->
                  problems.add(
                      layout.cell(
                          line,
                          place,
                          RegisterFault.CELL_BESIDE_EMPTY_ONE.at("", layout.heading(column)))));
    }
  }

  /** What is said in columns that aren't read, and contradicts what is. */
  private void remarks() {
    boolean isOpen = !isSaid(Column.CONCLUDED_ON) && !isSaid(Column.OUTCOME);
    for (int place : layout.remarks()) {
      String cell = line.cell(place);
      if (isOpen && Remarks.isConcluded(cell)) {
        problems.add(layout.cell(line, place, RegisterFault.ROW_CONCLUDED_WITHOUT_ANSWER.at("")));
      } else if (Remarks.isVoid(cell)) {
        problems.add(layout.cell(line, place, RegisterFault.ROW_SAID_TO_BE_VOID.at("")));
      } else if (Remarks.isSeveral(layout.heading(place), cell)) {
        problems.add(layout.cell(line, place, RegisterFault.ROW_OF_SEVERAL.at("")));
      }
    }
  }

  /** By the rule for all texts, but for what is left out below. */
  private static boolean isText(String cell) {
    return PlainText.LINES.of(withoutUnseen(cell)).isPresent();
  }

  /** Layout that a paragraph pasted into a cell brings along. */
  private static String withoutUnseen(String cell) {
    return cell.codePoints()
        .map(point -> point == 0x0B || point == 0x0C || point == 0x85 ? ' ' : point)
        .filter(point -> !isUnseenLayout(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isUnseenLayout(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> PlainText.isInvisible(point);
    };
  }

  /**
   * Full-width letters and digits become half-width ones, and breaks blanks. What can't be seen is
   * left out: nobody could find it in a cell.
   */
  private static String clean(String text) {
    String seen =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .codePoints()
            .map(point -> point >= 0xFF10 && point <= 0xFF5A ? point - 0xFEE0 : point)
            .map(point -> Character.isISOControl(point) || point == 0x3000 ? ' ' : point)
            .filter(point -> !PlainText.isInvisible(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return PlainText.ONE_LINE.of(seen).orElse("");
  }

  /** One for each cell: what is wrong first is what is to be mended. */
  private void add(Column column, Fault fault) {
    LedgerProblem problem = layout.cell(line, column, fault);
    if (problems.stream().noneMatch(other -> other.heading().equals(problem.heading()))) {
      problems.add(problem);
    }
  }
}
