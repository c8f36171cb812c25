package disclosure.requests.search;

import disclosure.edge.Refusal;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whose applications a caller is shown. */
@ApplicationScoped
class Readers {

  private final OrganAccess access;

  Readers(OrganAccess access) {
    this.access = access;
  }

  /**
   * The organs that the filter means, as far as the caller acts for them.
   *
   * @throws Refusal 404 when it names an organ that does not exist or that he does not act for
   */
  Reach reach(Filter filter) {
    if (filter.organ().isEmpty()) {
      return access.reach();
    }
    var organ = filter.organ().get();
    if (!access.mayActFor(organ) || !access.isKnown(organ)) {
      throw Refusal.notFound();
    }
    return filter.subtree() ? access.within(organ) : new Reach(false, Set.of(organ));
  }
}
