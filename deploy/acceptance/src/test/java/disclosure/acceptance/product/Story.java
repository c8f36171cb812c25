package disclosure.acceptance.product;

import disclosure.acceptance.product.StoryFact.AnswerCorrected;
import disclosure.acceptance.product.StoryFact.AnswerStruck;
import disclosure.acceptance.product.StoryFact.Answered;
import disclosure.acceptance.product.StoryFact.AnsweredAgain;
import disclosure.acceptance.product.StoryFact.DayCorrected;
import disclosure.acceptance.product.StoryFact.Decided;
import disclosure.acceptance.product.StoryFact.DisputeCorrected;
import disclosure.acceptance.product.StoryFact.DisputeVoid;
import disclosure.acceptance.product.StoryFact.Disputed;
import disclosure.acceptance.product.StoryFact.HandedOver;
import disclosure.acceptance.product.StoryFact.Happened;
import disclosure.acceptance.product.StoryFact.Merged;
import disclosure.acceptance.product.StoryFact.Received;
import disclosure.acceptance.product.StoryFact.TypeCorrected;
import disclosure.acceptance.product.StoryFact.Void;
import disclosure.acceptance.product.StoryFact.WentOn;
import disclosure.acceptance.product.StoryOffice.Organ;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A county, its twelve organs and what happened there in 2024 with 400 applications, the same each
 * time. In July two of the organs were merged into others; the second reports itself for the year.
 *
 * <p>An answer within ten days of whatever the time runs from is in time, one after seventy is late
 * by any calendar.
 */
final class Story {

  static final int YEAR = 2024;

  private static final int APPLICATIONS = 400;
  private static final long SEED = 20_240_701;
  private static final LocalDate MERGER = LocalDate.of(YEAR, 7, 1);

  private static final List<String> TYPES =
      List.of(
          "NATURAL_PERSON",
          "COMMERCIAL_ENTERPRISE",
          "RESEARCH_INSTITUTION",
          "PUBLIC_WELFARE_ORGANIZATION",
          "LEGAL_SERVICE_PROVIDER",
          "OTHER_ORGANIZATION");

  private static final List<String> OUTCOMES =
      List.of(
          "DISCLOSED",
          "PARTIALLY_DISCLOSED",
          "STATE_SECRET",
          "INTERNAL_AFFAIRS",
          "PROCESS_INFORMATION",
          "NOT_HELD",
          "REQUIRES_CREATION",
          "PETITION_OR_COMPLAINT",
          "DUPLICATE_APPLICATION",
          "PUBLISHED_MATERIAL",
          "OTHER_HANDLING");

  private static final List<String> DISPUTES =
      List.of("RECONSIDERATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION");

  private final Organ county = organ(0, "某县人民政府", "GOVERNMENT", "");
  private final List<Organ> organs = new ArrayList<>();
  private final List<StoryFact> facts = new ArrayList<>();
  private final Random random = new Random(SEED);

  Story() {
    for (int i = 1; i <= 12; i++) {
      organs.add(
          i <= 9
              ? organ(i, "某县第" + i + "局", "DEPARTMENT", county.code())
              : organ(i, "某县第" + i + "镇人民政府", "TOWNSHIP", county.code()));
    }
    for (int i = 0; i < APPLICATIONS; i++) {
      happen(i);
    }
    facts.add(new Merged(MERGER, merged(), successorOfMerged().code()));
    facts.add(new Merged(MERGER, mergedButReporting(), organs.get(1).code()));
    facts.sort(Comparator.comparing(StoryFact::on));
  }

  private static Organ organ(int number, String name, String kind, String parent) {
    String first = String.format(Locale.ROOT, "11141107%09d", number);
    return new Organ(first + OrganCode.checkCharacter(first), name, kind, parent);
  }

  Organ county() {
    return county;
  }

  List<Organ> organs() {
    return organs;
  }

  Organ merged() {
    return organs.get(7);
  }

  Organ successorOfMerged() {
    return organs.get(0);
  }

  /** It reports itself for the year in which it was merged. */
  Organ mergedButReporting() {
    return organs.get(8);
  }

  /** In the order in which the offices learnt of them. */
  List<StoryFact> facts() {
    return List.copyOf(facts);
  }

  private void happen(int number) {
    Organ organ = organs.get(number * 7 % 12);
    boolean ended = organ.equals(merged()) || organ.equals(mergedButReporting());
    LocalDate day = LocalDate.of(YEAR, 1, 8).plusDays(random.nextInt(ended ? 120 : 350));
    new Telling("案" + number, organ, day).of(number % 22);
  }

  /** What becomes of one application, from the day on which it is received. */
  private final class Telling {

    private final String name;
    private final Organ organ;
    private final String type = TYPES.get(random.nextInt(TYPES.size()));
    private final String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
    private LocalDate day;

    Telling(String name, Organ organ, LocalDate day) {
      this.name = name;
      this.organ = organ;
      this.day = day;
    }

    void of(int fate) {
      switch (fate) {
        case 0 -> {
          received();
          answered(10, false);
        }
        case 1 -> {
          received();
          answered(70, true);
        }
        case 2 -> received();
        case 3 -> carriedIn();
        case 4 -> receivedOnAnotherDay();
        case 5 -> recordedInTheWrongYear();
        case 6 -> ofAnotherType();
        case 7 -> voidedAndItsNumberFree();
        case 8 -> handedOver(false);
        case 9 -> handedOver(true);
        case 10 -> handedBack();
        case 11 -> corrected();
        case 12 -> correctedTwice();
        case 13 -> extended();
        case 14 -> extendedTooLate();
        case 15 -> neverServed();
        case 16 -> struck();
        case 17 -> answerCorrected();
        case 18 -> paid();
        case 19 -> paidAfterItRanOut();
        case 20 -> refusedForThirdParty();
        default -> disputed();
      }
    }

    private LocalDate after(int days) {
      return day.plusDays(days);
    }

    private void received() {
      facts.add(new Received(name, day, name + "号", organ.code(), type, day));
    }

    private void answered(int days, boolean late) {
      facts.add(new Answered(name, after(days), outcome, late));
    }

    private void step(int days, String stepType, String attributes) {
      facts.add(new Happened(name, after(days), stepType, attributes));
    }

    private void carriedIn() {
      day = LocalDate.of(YEAR - 1, 11, 1).plusDays(random.nextInt(60));
      received();
      switch (random.nextInt(3)) {
        case 0 -> answered(5, false);
        case 1 -> answered(75, true);
        default -> {}
      }
    }

    private void receivedOnAnotherDay() {
      received();
      answered(10, false);
      facts.add(new DayCorrected(name, after(15), after(3)));
    }

    /** Written down in January, and come in before the New Year. */
    private void recordedInTheWrongYear() {
      day = LocalDate.of(YEAR, 1, 2).plusDays(random.nextInt(3));
      received();
      answered(4, false);
      facts.add(new DayCorrected(name, after(40), LocalDate.of(YEAR - 1, 12, 28)));
    }

    private void ofAnotherType() {
      received();
      answered(10, false);
      boolean first = random.nextBoolean();
      String other = TYPES.get((TYPES.indexOf(type) + 1) % TYPES.size());
      facts.add(new TypeCorrected(name, after(20), other, first));
    }

    /** Its number is free, and another application has it from then on. */
    private void voidedAndItsNumberFree() {
      received();
      facts.add(new Void(name, after(3)));
      String other = TYPES.get((TYPES.indexOf(type) + 2) % TYPES.size());
      facts.add(new Received(name + "乙", after(4), name + "号", organ.code(), other, after(4)));
      facts.add(new Answered(name + "乙", after(14), outcome, false));
    }

    private void handedOver(boolean ranOut) {
      received();
      facts.add(new HandedOver(name, after(ranOut ? 70 : 5), living().code(), name + "转", ranOut));
      facts.add(new Answered(name + "转", after(ranOut ? 80 : 15), outcome, ranOut));
    }

    /** What comes back was received when it came first. */
    private void handedBack() {
      day = LocalDate.of(YEAR, 2, 20).plusDays(random.nextInt(60));
      received();
      facts.add(new HandedOver(name, after(3), living().code(), name + "转", false));
      String back = name + "回";
      facts.add(
          new StoryFact.HandedBack(name + "转", after(6), organ.code(), back, day, name + "回号"));
      facts.add(new Answered(back, after(10), outcome, false));
    }

    private void corrected() {
      received();
      step(3, "CORRECTION_REQUESTED", ",\"deadline\":\"" + after(33) + "\"");
      step(20, "CORRECTION_RECEIVED", "");
      answered(30, false);
    }

    /** The second notice is against the law, and stops nothing. */
    private void correctedTwice() {
      received();
      step(3, "CORRECTION_REQUESTED", ",\"deadline\":\"" + after(33) + "\"");
      step(10, "CORRECTION_RECEIVED", "");
      step(12, "CORRECTION_REQUESTED", ",\"deadline\":\"" + after(60) + "\"");
      answered(90, true);
    }

    private void extended() {
      received();
      step(10, "EXTENDED", ",\"workingDays\":20,\"approvedBy\":\"办公室主任\"");
      answered(40, false);
    }

    private void extendedTooLate() {
      received();
      step(60, "EXTENDED", ",\"workingDays\":20,\"approvedBy\":\"办公室主任\"");
      answered(75, true);
    }

    private void neverServed() {
      received();
      step(10, "CONCLUDED", ",\"outcome\":\"" + outcome + "\",\"notServedReason\":\"地址不详\"");
      answered(75, true);
    }

    private void struck() {
      received();
      answered(10, false);
      facts.add(new AnswerStruck(name, after(30)));
      if (random.nextBoolean()) {
        answered(75, true);
      }
    }

    private void answerCorrected() {
      received();
      answered(10, false);
      String other = OUTCOMES.get((OUTCOMES.indexOf(outcome) + 3) % OUTCOMES.size());
      facts.add(new AnswerCorrected(name, after(25), after(8), other, false));
    }

    private void paid() {
      received();
      feeNotified(10);
      step(20, "FEE_PAID", ",\"amount\":2200");
      answered(30, false);
    }

    /** What ran out unanswered is late for good. */
    private void paidAfterItRanOut() {
      received();
      feeNotified(70);
      step(72, "FEE_PAID", ",\"amount\":2200");
      answered(75, true);
    }

    private void feeNotified(int days) {
      step(
          days,
          "FEE_NOTIFIED",
          ",\"basis\":\"BY_ITEM\",\"quantity\":31,\"amount\":2200,\"deliveredOn\":\""
              + after(days)
              + "\"");
    }

    private void refusedForThirdParty() {
      received();
      step(5, "THIRD_PARTY_CONSULTED", ",\"deliveredOn\":\"" + after(6) + "\"");
      step(15, "THIRD_PARTY_REPLIED", "");
      facts.add(new Answered(name, after(18), "THIRD_PARTY_RIGHTS", false));
    }

    private void disputed() {
      received();
      answered(10, false);
      String dispute = name + "诉";
      String kind = DISPUTES.get(random.nextInt(DISPUTES.size()));
      facts.add(new Disputed(dispute, after(30), name, organOn(after(30)).code(), kind));
      switch (random.nextInt(5)) {
        case 0 -> {
          facts.add(new Decided(dispute, after(80), "CORRECTED"));
          facts.add(new AnsweredAgain(name, after(90), dispute));
        }
        case 1 -> {
          facts.add(new Decided(dispute, after(60), "UPHELD"));
          String how = List.of("REOPENED", "SENT_BACK", "APPEALED").get(random.nextInt(3));
          facts.add(new WentOn(dispute, after(70), how));
          facts.add(new Decided(dispute, after(120), "OTHER"));
        }
        case 2 -> {
          String right = DISPUTES.get((DISPUTES.indexOf(kind) + 1) % DISPUTES.size());
          facts.add(new DisputeCorrected(dispute, after(50), right, after(25)));
        }
        case 3 -> facts.add(new DisputeVoid(dispute, after(40)));
        default -> facts.add(new Decided(dispute, after(100), "UPHELD"));
      }
    }

    /** The organ that has to answer for it on a day. */
    private Organ organOn(LocalDate on) {
      if (on.isBefore(MERGER) || !organ.equals(merged()) && !organ.equals(mergedButReporting())) {
        return organ;
      }
      return organ.equals(merged()) ? successorOfMerged() : organs.get(1);
    }

    private Organ living() {
      Organ other = organs.get(random.nextInt(7));
      return other.equals(organ) ? organs.get(9) : other;
    }
  }
}
