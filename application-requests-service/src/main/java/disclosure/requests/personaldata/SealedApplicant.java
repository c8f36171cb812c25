package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The applicant as the register keeps him: every value encrypted for its own row and column.
 *
 * @param name 姓名或者名称
 * @param identityNumber 身份证明
 * @param contact 联系方式
 * @param fingerprint of the identity number, by which other applications of the same applicant are
 *     found
 * @param others who applies beside him, or for him
 */
public record SealedApplicant(
    Optional<byte[]> name,
    Optional<byte[]> identityNumber,
    Optional<byte[]> contact,
    Optional<byte[]> fingerprint,
    Optional<byte[]> others) {

  static final String NAME = "applicant_name";
  static final String IDENTITY_NUMBER = "applicant_identity_number";
  static final String CONTACT = "applicant_contact";
  static final String FINGERPRINT = "applicant_fingerprint";
  static final String OTHERS = "applicant_others";

  private static final String TABLE = "application";
  private static final Pattern BLANK = Pattern.compile("\\s");

  /** What a row of the register holds. */
  public static SealedApplicant read(ResultSet row) throws SQLException {
    return new SealedApplicant(
        Optional.ofNullable(row.getBytes(NAME)),
        Optional.ofNullable(row.getBytes(IDENTITY_NUMBER)),
        Optional.ofNullable(row.getBytes(CONTACT)),
        Optional.ofNullable(row.getBytes(FINGERPRINT)),
        Optional.ofNullable(row.getBytes(OTHERS)));
  }

  /** Every fingerprint under which applications of the same applicant may be stored. */
  public List<byte[]> fingerprints(UUID applicationId, PersonalDataCipher cipher) {
    return open(identityNumber, cell(IDENTITY_NUMBER, applicationId), cipher)
        .map(number -> fingerprints(number, cipher))
        .orElse(List.of());
  }

  /** Every fingerprint under which applications of somebody with the number may be stored. */
  public static List<byte[]> fingerprints(String identityNumber, PersonalDataCipher cipher) {
    return cipher.fingerprints(canonical(identityNumber), TABLE + "." + FINGERPRINT);
  }

  /** Full-width digits, small letters and blanks make no other number. */
  private static byte[] canonical(String number) {
    return BLANK
        .matcher(Normalizer.normalize(number, Normalizer.Form.NFKC))
        .replaceAll("")
        .toUpperCase(Locale.ROOT)
        .getBytes(UTF_8);
  }

  /** What a reader without need for the whole may see. */
  public MaskedApplicant masked(UUID applicationId, PersonalDataCipher cipher) {
    List<String> unreadable = new ArrayList<>();
    OtherPersons known = legibleOthers(applicationId, cipher, unreadable);
    return new MaskedApplicant(
        legible("name", name, cell(NAME, applicationId), cipher, unreadable).map(Masks::name),
        legible(
                "identityNumber",
                identityNumber,
                cell(IDENTITY_NUMBER, applicationId),
                cipher,
                unreadable)
            .map(Masks::number),
        legible("contact", contact, cell(CONTACT, applicationId), cipher, unreadable)
            .map(Masks::number),
        known.jointApplicants().stream().map(OtherPersons.Person::name).map(Masks::name).toList(),
        known.agent().map(OtherPersons.Person::name).map(Masks::name),
        unreadable);
  }

  /** Everything. */
  public FullApplicant open(UUID applicationId, PersonalDataCipher cipher) {
    return new FullApplicant(
        open(name, cell(NAME, applicationId), cipher),
        open(identityNumber, cell(IDENTITY_NUMBER, applicationId), cipher),
        open(contact, cell(CONTACT, applicationId), cipher),
        openOthers(applicationId, cipher));
  }

  /** Whether everything is encrypted under the primary key. */
  public boolean isCurrent(PersonalDataCipher cipher) {
    return Stream.of(name, identityNumber, contact, others)
        .flatMap(Optional::stream)
        .allMatch(cipher::isCurrent);
  }

  /** The same under the primary key. */
  public SealedApplicant anew(UUID applicationId, PersonalDataCipher cipher) {
    return copied(applicationId, applicationId, cipher);
  }

  /** The same for an application, all that is kept of the others as it is. */
  public SealedApplicant copied(UUID from, UUID to, PersonalDataCipher cipher) {
    FullApplicant open = open(from, cipher);
    SealedApplicant copy =
        of(open.name(), open.identityNumber(), open.contact(), OtherPersons.NONE, to, cipher);
    return copy.with(
        others.map(
            bytes -> cipher.encrypt(cipher.decrypt(bytes, cell(OTHERS, from)), cell(OTHERS, to))));
  }

  /**
   * This one, with who else applies as another one had it, but for what is corrected: what a later
   * release keeps of those who stay is kept.
   */
  public SealedApplicant withOthersOf(
      SealedApplicant before,
      UnaryOperator<OtherPersons> correction,
      UUID applicationId,
      PersonalDataCipher cipher) {
    Cell cell = cell(OTHERS, applicationId);
    Optional<byte[]> kept = before.others().map(bytes -> cipher.decrypt(bytes, cell));
    return with(
        correction
            .apply(kept.map(OtherPersons::of).orElse(OtherPersons.NONE))
            .bytesOver(kept)
            .map(bytes -> cipher.encrypt(bytes, cell)));
  }

  private SealedApplicant with(Optional<byte[]> others) {
    return new SealedApplicant(name, identityNumber, contact, fingerprint, others);
  }

  /** What is known of the applicant, sealed for one application. */
  public static SealedApplicant of(
      Optional<String> name,
      Optional<String> identityNumber,
      Optional<String> contact,
      OtherPersons others,
      UUID applicationId,
      PersonalDataCipher cipher) {
    return new SealedApplicant(
        seal(name, cell(NAME, applicationId), cipher),
        seal(identityNumber, cell(IDENTITY_NUMBER, applicationId), cipher),
        seal(contact, cell(CONTACT, applicationId), cipher),
        identityNumber.map(
            number -> cipher.fingerprint(canonical(number), TABLE + "." + FINGERPRINT)),
        others.bytes().map(bytes -> cipher.encrypt(bytes, cell(OTHERS, applicationId))));
  }

  private static Cell cell(String column, UUID applicationId) {
    return new Cell(TABLE, column, applicationId);
  }

  private static Optional<byte[]> seal(
      Optional<String> value, Cell cell, PersonalDataCipher cipher) {
    return value.map(text -> cipher.encrypt(text.getBytes(UTF_8), cell));
  }

  private OtherPersons openOthers(UUID applicationId, PersonalDataCipher cipher) {
    return others
        .map(bytes -> OtherPersons.of(cipher.decrypt(bytes, cell(OTHERS, applicationId))))
        .orElse(OtherPersons.NONE);
  }

  private OtherPersons legibleOthers(
      UUID applicationId, PersonalDataCipher cipher, List<String> unreadable) {
    try {
      return openOthers(applicationId, cipher);
    } catch (UnreadablePersonalData told) {
      unreadable.add("others");
      return OtherPersons.NONE;
    }
  }

  /** What can't be opened is named, and holds up nothing else that is shown beside it. */
  private static Optional<String> legible(
      String field,
      Optional<byte[]> sealed,
      Cell cell,
      PersonalDataCipher cipher,
      List<String> unreadable) {
    try {
      return open(sealed, cell, cipher);
    } catch (UnreadablePersonalData told) {
      unreadable.add(field);
      return Optional.empty();
    }
  }

  private static Optional<String> open(
      Optional<byte[]> sealed, Cell cell, PersonalDataCipher cipher) {
    return sealed.map(bytes -> new String(cipher.decrypt(bytes, cell), UTF_8));
  }
}
