package disclosure.requests.page.organs;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.requests.organ.OrganView;
import disclosure.requests.page.administration.Menu;
import disclosure.requests.page.administration.Part;
import disclosure.requests.page.form.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One organ and what was recorded of it.
 *
 * @param address of this page
 * @param directory where all organs are
 * @param below where those below it are
 * @param facts what it is now
 * @param former what it was before, the last first
 * @param versions what was recorded of it, the last first
 * @param changes what can be changed
 * @param form the one that is filled in; nothing where there is none
 * @param notice what was just done; empty for nothing
 */
public record OrganScreen(
    Menu menu,
    String address,
    String directory,
    String below,
    String code,
    String name,
    List<Fact> facts,
    List<Former> former,
    List<Version> versions,
    List<Link> changes,
    List<OrganForm> form,
    String notice) {

  /** Where what can be changed of it is filled in. */
  private static final String FORM = "#form";

  /** What is known of it; an address where it leads on, else empty. */
  public record Fact(String label, String value, String address) {}

  /** What it was up to a day. */
  public record Former(String until, String name, String kind, String parent) {}

  /** What it was after a change. */
  public record Version(String recorded, String number, String said) {}

  /** What can be done. */
  public record Link(String address, String label) {}

  /** The organs that are named beside it. */
  static Set<OrganCode> others(OrganView organ, List<OrganState> versions) {
    Set<OrganCode> codes = new TreeSet<>(Comparator.comparing(OrganCode::value));
    organ.parentOrganCode().ifPresent(codes::add);
    organ.successorOrganCode().ifPresent(codes::add);
    organ.formerly().forEach(term -> term.parentOrganCode().ifPresent(codes::add));
    for (OrganState version : versions) {
      version.parentOrganCode().ifPresent(codes::add);
      version.successorOrganCode().ifPresent(codes::add);
    }
    return codes;
  }

  /** The page, with a form or none. */
  static OrganScreen of(
      Menu menu,
      OrganView organ,
      List<OrganState> versions,
      Map<OrganCode, String> names,
      LocalDate today,
      Optional<OrganForm> form,
      String notice) {
    String address = OrganWords.address(organ.organCode());
    List<Former> former = new ArrayList<>();
    for (OrganTerm term : organ.formerly()) {
      former.add(
          0,
          new Former(
              ChineseDates.of(term.until()),
              term.name(),
              Words.of(term.kind()),
              name(term.parentOrganCode(), names)));
    }
    return new OrganScreen(
        menu,
        address,
        Part.ORGANS.address(),
        OrganWords.below(organ.organCode(), today),
        organ.organCode().value(),
        organ.name(),
        facts(organ, names, today),
        former,
        versions.stream().map(version -> version(version, names)).toList(),
        Arrays.stream(Change.values())
            .map(change -> new Link(address + "?change=" + change.name() + FORM, change.label()))
            .toList(),
        form.stream().toList(),
        notice);
  }

  /** What the organ is now, in sentences. */
  static List<String> said(OrganView organ, Map<OrganCode, String> names, LocalDate today) {
    return facts(organ, names, today).stream()
        .filter(fact -> !fact.value().isEmpty())
        .map(fact -> Wording.of("%s：%s", fact.label(), fact.value()))
        .toList();
  }

  private static List<Fact> facts(OrganView organ, Map<OrganCode, String> names, LocalDate today) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Wording.of("名称"), organ.name(), ""));
    facts.add(new Fact(Wording.of("类别"), Words.of(organ.kind()), ""));
    facts.add(
        new Fact(
            Wording.of("上级机关"),
            organ.parentOrganCode().isPresent()
                ? name(organ.parentOrganCode(), names)
                : Wording.of("没有"),
            organ.parentOrganCode().map(OrganWords::address).orElse("")));
    facts.add(
        new Fact(
            Wording.of("设立日期"),
            organ.validFrom().map(ChineseDates::of).orElseGet(() -> Wording.of("没有登记，视为一直存续")),
            ""));
    organ
        .validTo()
        .ifPresent(
            day ->
                facts.add(
                    new Fact(
                        Wording.of("终止日期"),
                        day.isBefore(today)
                            ? Wording.of("%s（已终止）", ChineseDates.of(day))
                            : ChineseDates.of(day),
                        "")));
    organ
        .successorOrganCode()
        .ifPresent(
            code ->
                facts.add(
                    new Fact(
                        Wording.of("承继机关"),
                        name(Optional.of(code), names),
                        OrganWords.address(code))));
    return facts;
  }

  private static Version version(OrganState state, Map<OrganCode, String> names) {
    List<String> said = new ArrayList<>();
    said.add(state.name());
    said.add(Words.of(state.kind()));
    said.add(
        state.parentOrganCode().isPresent()
            ? Wording.of("上级机关为%s", name(state.parentOrganCode(), names))
            : Wording.of("没有上级机关"));
    String term = OrganWords.term(state.validFrom(), state.validTo());
    if (!term.isEmpty()) {
      said.add(term);
    }
    if (state.successorOrganCode().isPresent()) {
      said.add(Wording.of("承继机关为%s", name(state.successorOrganCode(), names)));
    }
    return new Version(
        ChineseDates.of(state.recordedAt()),
        Long.toString(state.version()),
        String.join(Wording.of("，"), said));
  }

  private static String name(Optional<OrganCode> organ, Map<OrganCode, String> names) {
    return organ.map(code -> names.getOrDefault(code, code.value())).orElse("");
  }
}
