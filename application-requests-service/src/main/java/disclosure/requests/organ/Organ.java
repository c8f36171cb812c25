package disclosure.requests.organ;

import disclosure.requests.contract.OrganKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

  @Column(name = "successor_code")
  String successorCode;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "organ_term", joinColumns = @JoinColumn(name = "organ_code"))
  @OrderBy("lastDay")
  List<Term> formerly = new ArrayList<>();

  long version;

  @Column(name = "recorded_at")
  Instant recordedAt;
}
