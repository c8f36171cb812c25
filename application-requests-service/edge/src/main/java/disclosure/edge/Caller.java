package disclosure.edge;

/**
 * The client that sent the request.
 *
 * @param clientId the client's id at the issuer (claim {@code azp})
 * @param scope the organs that it acts for
 */
public record Caller(String clientId, CallerScope scope) {}
