package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.personaldata.OtherPersons.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A later release may keep more of who else applies, and runs beside this one. */
class OtherPersonsTest {

  private static final UUID ID = new UUID(1, 2);

  private static final String OF_A_LATER_RELEASE =
      """
      {"jointApplicants":[{"name":"李四","relation":"配偶"},{"name":"王五","contact":"1391","born":1980}],\
      "agent":{"name":"赵律师","licence":"〔2020〕1"},"represented":{"by":"村委会"}}""";

  private final PersonalDataCipher cipher =
      new RingCipher(
          new KeyRing(List.of(PersonalDataCipherProperties.key("a", Algorithm.AES_256_GCM, 1))));

  @Test
  void what_is_not_known_is_passed_over_and_stays_when_all_is_encrypted_anew_or_handed_over() {
    UUID other = new UUID(1, 3);
    SealedApplicant kept = sealed(OF_A_LATER_RELEASE);
    assertThat(kept.open(ID, cipher).others().agent().map(Person::name)).contains("赵律师");
    assertThat(kept.masked(ID, cipher).unreadable()).isEmpty();
    assertThat(opened(kept.anew(ID, cipher), ID)).isEqualTo(OF_A_LATER_RELEASE);
    assertThat(opened(kept.copied(ID, other, cipher), other)).isEqualTo(OF_A_LATER_RELEASE);
  }

  @Test
  void a_correction_keeps_it_of_those_who_stay_and_of_nobody_else() {
    Person fresh = new Person("周律师", Optional.empty(), Optional.empty());
    assertThat(corrected(known -> new OtherPersons(known.jointApplicants(), Optional.of(fresh))))
        .isEqualTo(
            OF_A_LATER_RELEASE.replace(
                "\"name\":\"赵律师\",\"licence\":\"〔2020〕1\"", "\"name\":\"周律师\""));
    assertThat(
            corrected(
                known -> new OtherPersons(known.jointApplicants().subList(1, 2), Optional.empty())))
        .isEqualTo(
            "{\"jointApplicants\":[{\"name\":\"王五\",\"contact\":\"1391\",\"born\":1980}],"
                + "\"represented\":{\"by\":\"村委会\"}}");
    assertThat(corrected(known -> OtherPersons.NONE))
        .isEqualTo("{\"represented\":{\"by\":\"村委会\"}}");
  }

  @Test
  void of_nobody_nothing_is_kept() {
    SealedApplicant none = sealed("{\"agent\":{\"name\":\"赵律师\"}}");
    assertThat(none.withOthersOf(none, known -> OtherPersons.NONE, ID, cipher).others()).isEmpty();
  }

  private String corrected(java.util.function.UnaryOperator<OtherPersons> correction) {
    SealedApplicant before = sealed(OF_A_LATER_RELEASE);
    SealedApplicant empty = sealed("{}");
    return opened(empty.withOthersOf(before, correction, ID, cipher), ID);
  }

  private SealedApplicant sealed(String others) {
    return new SealedApplicant(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            cipher.encrypt(
                others.getBytes(UTF_8), new Cell("application", SealedApplicant.OTHERS, ID))));
  }

  private String opened(SealedApplicant sealed, UUID id) {
    byte[] bytes = sealed.others().orElseThrow();
    return new String(
        cipher.decrypt(bytes, new Cell("application", SealedApplicant.OTHERS, id)), UTF_8);
  }
}
