package disclosure.report.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whose report, for which year, and which version of its draft. */
@Embeddable
record DraftRevisionId(
    @Column(name = "organ_code") String organCode,
    @Column(name = "report_year") int year,
    @Column(name = "version") long version) {}
