package disclosure.report.signature;

import java.time.Instant;

/**
 * A time stamp that was verified.
 *
 * @param bytes the authority's answer in DER ({@code .tsr}); not to be changed
 * @param at when it says that there was what it stamped
 */
@SuppressWarnings("ArrayRecordComponent")
public record TimeStamp(byte[] bytes, Instant at) {}
