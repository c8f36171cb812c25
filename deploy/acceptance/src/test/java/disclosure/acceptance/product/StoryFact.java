package disclosure.acceptance.product;

import disclosure.acceptance.product.StoryCount.Answer;
import disclosure.acceptance.product.StoryCount.Case;
import disclosure.acceptance.product.StoryCount.Dispute;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened in the county, or was found out: how an office records it, and what it
 * makes of the figures.
 */
interface StoryFact {

  /** The day on which the office learns of it, in whose order the facts are recorded. */
  LocalDate on();

  void record(StoryOffice office);

  void count(StoryCount county);

  /** An application came in. */
  record Received(
      String name, LocalDate on, String number, String organ, String type, LocalDate receivedOn)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.register(name, organ, number, type, receivedOn);
    }

    @Override
    public void count(StoryCount county) {
      county.put(name, new Case(organ, type, receivedOn, Optional.empty()));
    }
  }

  /** A step that moves no figure by itself, lawful or not. */
  record Happened(String name, LocalDate on, String type, String attributes) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.step(name, on, type, attributes);
    }

    @Override
    public void count(StoryCount county) {}
  }

  /** It was answered. */
  record Answered(String name, LocalDate on, String outcome, boolean late) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.conclude(name, on, outcome);
    }

    @Override
    public void count(StoryCount county) {
      county.put(name, county.get(name).answered(Optional.of(new Answer(on, outcome, late))));
    }
  }

  /** The answer was recorded wrongly; it was another one, on another day. */
  record AnswerCorrected(
      String name, LocalDate on, LocalDate answeredOn, String outcome, boolean late)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.correctConclusion(name, answeredOn, "CONCLUDED", ",\"outcome\":\"" + outcome + "\"");
    }

    @Override
    public void count(StoryCount county) {
      county.put(
          name, county.get(name).answered(Optional.of(new Answer(answeredOn, outcome, late))));
    }
  }

  /** There was no answer at all. */
  record AnswerStruck(String name, LocalDate on) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.correctConclusion(name, on, "VOIDED", ",\"reason\":\"误登办结\"");
    }

    @Override
    public void count(StoryCount county) {
      county.put(name, county.get(name).answered(Optional.empty()));
    }
  }

  /** It was received on another day. */
  record DayCorrected(String name, LocalDate on, LocalDate receivedOn) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.step(
          name,
          on,
          "RECEIPT_CORRECTED",
          ",\"reason\":\"登记有误\",\"channel\":\"POST\",\"receivedOn\":\"" + receivedOn + "\"");
    }

    @Override
    public void count(StoryCount county) {
      county.put(name, county.get(name).receivedOn(receivedOn));
    }
  }

  /** The applicant is of another kind: it was written down wrongly, or found out since. */
  record TypeCorrected(String name, LocalDate on, String type, boolean wrongFromTheFirst)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      if (wrongFromTheFirst) {
        office.step(
            name,
            on,
            "RECEIPT_CORRECTED",
            ",\"reason\":\"登记有误\",\"applicant\":{\"type\":\"" + type + "\",\"name\":\"某申请人\"}");
      } else {
        office.step(
            name, on, "RECLASSIFIED", ",\"reason\":\"核实身份\",\"applicantType\":\"" + type + "\"");
      }
    }

    @Override
    public void count(StoryCount county) {
      county.put(name, county.get(name).of(type));
    }
  }

  /** It was none, or one recorded twice; its number is free again. */
  record Void(String name, LocalDate on) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.step(name, on, "VOIDED", ",\"reason\":\"重复登记\"");
    }

    @Override
    public void count(StoryCount county) {
      county.remove(name);
    }
  }

  /** It is another organ's. One whose time had run out stays as old as it was. */
  record HandedOver(String name, LocalDate on, String organ, String as, boolean ranOut)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.handOver(name, on, organ, as, "");
    }

    @Override
    public void count(StoryCount county) {
      Case before = county.remove(name);
      county.put(
          as, new Case(organ, before.type(), ranOut ? before.receivedOn() : on, Optional.empty()));
    }
  }

  /** It comes back, and was received on the day on which it came first. */
  record HandedBack(
      String name, LocalDate on, String organ, String as, LocalDate receivedOn, String number)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.handOver(name, on, organ, as, ",\"sourceReference\":\"" + number + "\"");
    }

    @Override
    public void count(StoryCount county) {
      county.put(as, new Case(organ, county.remove(name).type(), receivedOn, Optional.empty()));
    }
  }

  /** An organ is no more, and another one has what was its. */
  record Merged(LocalDate on, StoryOffice.Organ organ, String into) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.put(
          organ,
          ",\"validTo\":\"" + on.minusDays(1) + "\",\"successorOrganCode\":\"" + into + "\"");
    }

    @Override
    public void count(StoryCount county) {
      county.merge(organ.code(), into);
    }
  }

  /** Somebody disputes what was done with an application. */
  record Disputed(String name, LocalDate on, String about, String organ, String kind)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.dispute(name, organ, kind, on, about);
    }

    @Override
    public void count(StoryCount county) {
      county.put(name, new Dispute(organ, kind, on, Optional.empty(), ""));
    }
  }

  /** A dispute ended. */
  record Decided(String name, LocalDate on, String result) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.decide(name, on, result);
    }

    @Override
    public void count(StoryCount county) {
      Dispute before = county.dispute(name);
      county.put(
          name,
          new Dispute(
              before.organ(),
              before.kind(),
              before.acceptedOn(),
              Optional.of(on),
              result.toLowerCase(Locale.ROOT)));
    }
  }

  /** A dispute that had ended goes on: re-opened, sent back or appealed. */
  record WentOn(String name, LocalDate on, String type) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.disputeStep(name, on, type, "");
    }

    @Override
    public void count(StoryCount county) {
      Dispute before = county.dispute(name);
      county.put(
          name,
          new Dispute(before.organ(), before.kind(), before.acceptedOn(), Optional.empty(), ""));
    }
  }

  /** A dispute was of another group, and accepted on another day. */
  record DisputeCorrected(String name, LocalDate on, String kind, LocalDate acceptedOn)
      implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.disputeStep(
          name,
          on,
          "CORRECTED",
          ",\"kind\":\"" + kind + "\",\"acceptedOn\":\"" + acceptedOn + "\"");
    }

    @Override
    public void count(StoryCount county) {
      Dispute before = county.dispute(name);
      county.put(
          name, new Dispute(before.organ(), kind, acceptedOn, before.closedOn(), before.result()));
    }
  }

  /** A dispute was recorded twice. */
  record DisputeVoid(String name, LocalDate on) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.disputeStep(name, on, "VOIDED", "");
    }

    @Override
    public void count(StoryCount county) {
      county.removeDispute(name);
    }
  }

  /** After a dispute that went against it the organ answers anew; the figures stay. */
  record AnsweredAgain(String name, LocalDate on, String dispute) implements StoryFact {

    @Override
    public void record(StoryOffice office) {
      office.answerAgain(name, on, dispute);
    }

    @Override
    public void count(StoryCount county) {}
  }
}
