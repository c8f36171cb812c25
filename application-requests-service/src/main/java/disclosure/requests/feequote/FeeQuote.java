package disclosure.requests.feequote;

import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.ItemFee;
import disclosure.requests.fee.PageFee;
import disclosure.requests.fee.Yuan;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be charged for an application by the tariff (国办函〔2020〕109号第四条、第五条). */
@ApplicationScoped
class FeeQuote {

  private final ReadApplication read;
  private final PersonalDataCipher cipher;
  private final RegisterReader reader;

  FeeQuote(ReadApplication read, PersonalDataCipher cipher, RegisterReader reader) {
    this.read = read;
    this.cipher = cipher;
    this.reader = reader;
  }

  /**
   * What the tariff makes of the items or pages of an application.
   *
   * @param applicationId the application
   * @param basis by item or by page
   * @param quantity how many items or pages
   * @param itemsBefore how many items the same applicant asked of the organ earlier in the month;
   *     by item only
   * @param amount in 元
   * @param article what it rests on
   */
  record Quote(
      UUID applicationId,
      FeeBasis basis,
      int quantity,
      Optional<Integer> itemsBefore,
      Yuan amount,
      String article) {}

  /**
   * @throws Refusal 404 for an application that the reader may not see; 422 when the applicant's
   *     identity number is not recorded, without which nobody is known to be the same applicant
   */
  Quote quote(UUID id, FeeBasis basis, int quantity, Reach reach) throws SQLException {
    StoredApplication stored = read.find(id, reach);
    return switch (basis) {
      case BY_PAGE ->
          new Quote(
              id, basis, quantity, Optional.empty(), PageFee.of(quantity), "国办函〔2020〕109号第五条");
      case BY_ITEM -> byItem(stored, quantity, reach);
    };
  }

  private List<byte[]> fingerprints(StoredApplication stored) {
    try {
      return stored.applicant().fingerprints(stored.id(), cipher);
    } catch (UnreadablePersonalData told) {
      throw UnreadableRecord.refusal();
    }
  }

  private Quote byItem(StoredApplication stored, int quantity, Reach reach) throws SQLException {
    List<byte[]> fingerprints = fingerprints(stored);
    if (fingerprints.isEmpty()) {
      throw Refusal.notPermitted(RegisterFault.IDENTITY_NUMBER_NEEDED.at("basis"));
    }
    int before =
        reader.read(
            reach, connection -> ItemsOfApplicant.earlierInMonth(connection, stored, fingerprints));
    if (before + quantity > FeeBasis.MAX_QUANTITY) {
      throw Refusal.notPermitted(
          RegisterFault.TOO_MANY_ITEMS_IN_MONTH.at(
              "quantity", Expected.atMost(FeeBasis.MAX_QUANTITY)));
    }
    return new Quote(
        stored.id(),
        FeeBasis.BY_ITEM,
        quantity,
        Optional.of(before),
        ItemFee.of(before, quantity),
        "国办函〔2020〕109号第四条");
  }
}
