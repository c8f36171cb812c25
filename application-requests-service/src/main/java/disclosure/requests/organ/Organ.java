package disclosure.requests.organ;

import disclosure.requests.contract.OrganKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A row of the directory. */
@Entity
@Table(name = "organ")
class Organ {

  @Id String code;

  String name;

  @Enumerated(EnumType.STRING)
  OrganKind kind;

  @Column(name = "parent_code")
  String parentCode;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_to")
  LocalDate validTo;

  long version;

  @Column(name = "recorded_at")
  Instant recordedAt;
}
