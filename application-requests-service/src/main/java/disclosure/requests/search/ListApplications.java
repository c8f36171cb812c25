package disclosure.requests.search;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lists and searches of applications, for programs and for people. */
@ApplicationScoped
public class ListApplications {

  private final FindApplications find;
  private final Readers readers;
  private final RegisterReader register;
  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final PersonalDataCipher cipher;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Links links;

  ListApplications(
      FindApplications find,
      Readers readers,
      RegisterReader register,
      WriterTransaction transaction,
      AuditTrail audit,
      PersonalDataCipher cipher,
      CurrentCaller caller,
      Clock clock,
      Links links) {
    this.find = find;
    this.readers = readers;
    this.register = register;
    this.transaction = transaction;
    this.audit = audit;
    this.cipher = cipher;
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  /** Those that the parameters choose. */
  public ApplicationPage list(
      FilterQuery query,
      Optional<String> sort,
      Optional<String> after,
      Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    Filter filter = Filter.of(query, LocalDate.now(clock));
    Order order = Order.of(sort);
    Optional<PageToken> pageToken = PageToken.of(after, order);
    return page(filter, readers.reach(filter), order, pageToken, Pages.size(limit), uri);
  }

  /** Those that are looked for; a search for a person is audited before it is answered. */
  public ApplicationPage search(
      SearchRequest request, Optional<String> after, Optional<String> limit, UriInfo uri)
      throws SQLException {
    request.requireSomething();
    Filter numbers = Filter.of(request.query(), LocalDate.now(clock));
    Filter filter = numbers.seeking(numbers.sought().by(request, cipher));
    Optional<PageToken> pageToken = PageToken.of(after, Order.RECEIVED);
    int size = Pages.size(limit);
    Reach reach = readers.reach(filter);
    audit(request, reach);
    return page(filter, reach, Order.RECEIVED, pageToken, size, uri);
  }

  private void audit(SearchRequest request, Reach reach) {
    List<String> personal = request.personal();
    if (!personal.isEmpty()) {
      transaction.run(
          reach,
          connection -> {
            audit.append(
                connection,
                caller.get(),
                AuditAction.APPLICANT_SOUGHT,
                String.join(",", personal),
                request.organCode(),
                1);
            return personal;
          });
    }
  }

  private ApplicationPage page(
      Filter filter, Reach reach, Order order, Optional<PageToken> pageToken, int size, UriInfo uri)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    List<FoundApplication> found =
        register.read(
            reach,
            connection -> find.list(connection, filter, reach, order, pageToken, size + 1, today));
    return new ApplicationPage(
        Pages.items(found, size), Pages.next(found, size, order, links, uri));
  }
}
