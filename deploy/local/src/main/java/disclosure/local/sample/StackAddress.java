package disclosure.local.sample;

import disclosure.local.server.LocalClient;
import java.util.function.Function;

/**
 * Where a running stack is found.
 *
 * @param requests the URL of the application requests service
 * @param statistics the URL of the statistics service
 * @param report the URL of the report service
 * @param tokenEndpoint where clients get tokens
 * @param client the client that has the role of the given name
 */
public record StackAddress(
    String requests,
    String statistics,
    String report,
    String tokenEndpoint,
    Function<String, LocalClient> client) {}
