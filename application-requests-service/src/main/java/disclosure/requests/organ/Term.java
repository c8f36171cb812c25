package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;

/** What an organ was up to a day. */
@Embeddable
class Term {

  @Column(name = "until")
  LocalDate lastDay;

  String name;

  @Enumerated(EnumType.STRING)
  OrganKind kind;

  @Column(name = "parent_code")
  String parentCode;

  static Term of(OrganTerm said) {
    Term term = new Term();
    term.lastDay = said.until();
    term.name = said.name();
    term.kind = said.kind();
    term.parentCode = said.parentOrganCode().map(OrganCode::value).orElse(null);
    return term;
  }

  OrganTerm said() {
    return new OrganTerm(lastDay, name, kind, Optional.ofNullable(parentCode).map(OrganCode::new));
  }
}
