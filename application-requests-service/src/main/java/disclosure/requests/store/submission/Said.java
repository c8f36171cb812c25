package disclosure.requests.store.submission;

import disclosure.requests.application.Receipt;

/**
 * What a post says.
 *
 * @param digest over all of it
 * @param receipt the part that stays known when it is forgotten who applied
 */
public record Said(ContentDigest digest, Receipt receipt) {}
