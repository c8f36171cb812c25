package disclosure.report.reading;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.fault.ReportFault;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Which revision of a report a reader gets. What is published is for everybody; without a wish it
 * is the newest. A draft is for those whose token says so.
 */
@RequestScoped
class Revisions {

  private static final String DRAFT = "draft";

  private final Publications publications;
  private final CurrentCaller caller;

  Revisions(Publications publications, CurrentCaller caller) {
    this.publications = publications;
    this.caller = caller;
  }

  /**
   * The publication to show, or nothing for the draft.
   *
   * @param revision {@code draft}, a number from 1, or nothing
   * @throws Refusal 400 when it is something else; 404 when there is no such revision
   * @throws io.quarkus.security.UnauthorizedException when a draft is meant and there is no token
   */
  Optional<Publication> find(ReportId id, Optional<String> revision) {
    if (revision.isPresent() && !revision.get().equals(DRAFT)) {
      if (!revision.get().matches("[1-9]\\d{0,5}")) {
        throw Refusal.invalid(ReportFault.NOT_A_REVISION.at("revision"));
      }
      return Optional.of(
          publications
              .revision(id, Integer.parseInt(revision.get()))
              .orElseThrow(Refusal::notFound));
    }
    Optional<Publication> newest =
        revision.isPresent() ? Optional.empty() : publications.newest(id);
    if (newest.isEmpty()) {
      caller.requireRole();
    }
    return newest;
  }
}
