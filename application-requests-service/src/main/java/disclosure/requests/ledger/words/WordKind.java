package disclosure.requests.ledger.words;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import java.util.Arrays;
import java.util.List;

/** What words in ledgers stand for. */
public enum WordKind {
  CHANNEL(Channel.class),
  APPLICANT_TYPE(ApplicantType.class),
  OUTCOME(Outcome.class),
  FEE_BASIS(FeeBasis.class);

  private final Class<? extends Enum<?>> codes;

  WordKind(Class<? extends Enum<?>> codes) {
    this.codes = codes;
  }

  /** What a word of this kind can mean. */
  List<String> codes() {
    return Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
  }
}
