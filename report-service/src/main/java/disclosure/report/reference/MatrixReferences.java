package disclosure.report.reference;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every cell of table three, the sums of the outcome categories, and shares of the concluded. */
final class MatrixReferences {

  private MatrixReferences() {}

  static void add(List<MatrixRow> rows, List<Reference> all) {
    long concluded = rows.get(FormRow.CONCLUDED.ordinal()).total();
    for (MatrixRow row : rows) {
      String name = "matrix." + row.code().name();
      String label = "表三“" + row.number() + " " + row.label() + "”";
      all.add(Reference.of(name + ".total", label + "总计", row.total()));
      for (ApplicantType type : ApplicantType.values()) {
        all.add(
            Reference.of(name + "." + type.name(), label + type.label(), row.counts().of(type)));
      }
      if (row.code().outcome().isPresent()) {
        all.add(share(name, label, row.total(), concluded));
      }
    }
    for (OutcomeCategory category : OutcomeCategory.values()) {
      String name = "outcomes." + category.name();
      String label = "表三“三" + category.number() + category.label() + "”";
      long sum =
          Arrays.stream(Outcome.values())
              .filter(outcome -> outcome.category() == category)
              .mapToLong(outcome -> rows.get(FormRow.of(outcome).ordinal()).total())
              .sum();
      all.add(Reference.of(name + ".total", label + "合计", sum));
      all.add(share(name, label, sum, concluded));
    }
  }

  /** In per cent with two decimals; 0.00 where nothing was concluded. */
  private static Reference share(String name, String label, long part, long concluded) {
    BigDecimal share =
        concluded == 0
            ? BigDecimal.ZERO.setScale(2)
            : BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(concluded), 2, RoundingMode.HALF_UP);
    return new Reference(name + ".share", label + "占办结总数的百分比", Optional.of(share.toPlainString()));
  }
}
