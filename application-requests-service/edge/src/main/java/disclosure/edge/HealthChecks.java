package disclosure.edge;

import io.smallrye.health.AsyncHealthCheckFactory;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/**
 * Asks the checks where they are asked for, on an event loop: none of them waits. The framework
 * would have those that don't say so, as its own of the shutdown, asked by a thread that works on
 * requests, and a service whose threads are all at work would not be ready.
 */
@Singleton
@Alternative
@Priority(1)
class HealthChecks extends AsyncHealthCheckFactory {}
