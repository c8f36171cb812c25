package disclosure.report.draft;

import disclosure.report.content.ReportScope;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Which report, and which version of its draft. */
@Embeddable
record DraftRevisionId(
    @Column(name = "organ_code") String organCode,
    @Column(name = "report_year") int year,
    @Column(name = "scope") @Enumerated(EnumType.STRING) ReportScope scope,
    @Column(name = "version") long version) {}
