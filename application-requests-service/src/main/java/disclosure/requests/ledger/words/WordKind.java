package disclosure.requests.ledger.words;

import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What words in ledgers stand for. */
public enum WordKind {
  CHANNEL(Channel.class),
  APPLICANT_TYPE(ApplicantType.class),
  OUTCOME(Outcome.class),
  FEE_BASIS(FeeBasis.class),
  THIRD_PARTY_OPINION(ThirdPartyOpinion.class),
  SERVED_BY(DeliveryWay.class),
  /** A heading, and the column that stands under it. */
  HEADING(Column.class, OwnWords.IGNORED);

  private final Class<? extends Enum<?>> codes;
  private final List<String> more;

  WordKind(Class<? extends Enum<?>> codes, String... more) {
    this.codes = codes;
    this.more = List.of(more);
  }

  /** What a word of this kind can mean. */
  List<String> codes() {
    return Stream.concat(Arrays.stream(codes.getEnumConstants()).map(Enum::name), more.stream())
        .toList();
  }
}
