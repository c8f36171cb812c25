package disclosure.report.text;

/** What the senses of words mean for one another. */
final class Reading {

  private Reading() {}

  /** Whether the word alone can say what a quantity counts. */
  static boolean tells(Sense sense) {
    return sense.isOutcome()
        || sense.isColumn()
        || isDispute(sense)
        || isDocument(sense)
        || isFee(sense)
        || switch (sense) {
          case RECEIVED,
              HANDLED,
              CONCLUDED,
              ANSWERED_OPENLY,
              CARRIED,
              PENDING,
              COMPARED,
              SHARE,
              RATE,
              CHARGES,
              UPHELD,
              CORRECTED,
              OTHER_RESULT,
              UNDECIDED,
              ISSUED,
              REPEALED,
              IN_FORCE,
              LICENCES,
              PENALTIES,
              COERCION,
              CHANNEL,
              REST ->
              true;
          default -> false;
        };
  }

  /** Whether it names something else than applications for information. */
  static boolean isForeign(Sense sense) {
    return sense == Sense.FOREIGN || sense == Sense.MEDIA;
  }

  /** Whether it says that an application was answered or dealt with. */
  static boolean isAnswer(Sense sense) {
    return sense == Sense.CONCLUDED || sense == Sense.HANDLED || sense == Sense.ANSWERED_OPENLY;
  }

  static boolean isDispute(Sense sense) {
    return sense == Sense.RECONSIDERATION
        || sense == Sense.LITIGATION
        || sense == Sense.DIRECT_LITIGATION
        || sense == Sense.LITIGATION_AFTER;
  }

  static boolean isDocument(Sense sense) {
    return sense == Sense.REGULATION || sense == Sense.NORMATIVE;
  }

  static boolean isFee(Sense sense) {
    return sense == Sense.FEE
        || sense == Sense.FEE_NOTICE
        || sense == Sense.FEE_TOTAL
        || sense == Sense.FEE_PAID;
  }

  static boolean isResult(Sense sense) {
    return sense == Sense.UPHELD
        || sense == Sense.CORRECTED
        || sense == Sense.OTHER_RESULT
        || sense == Sense.UNDECIDED;
  }

  static boolean isDecision(Sense sense) {
    return sense == Sense.LICENCES || sense == Sense.PENALTIES || sense == Sense.COERCION;
  }
}
