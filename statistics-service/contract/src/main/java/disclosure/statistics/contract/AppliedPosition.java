package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far one partition had been counted when an answer was given.
 *
 * @param topic the topic's name
 * @param partition from 0
 * @param nextOffset the offset of the first record that is not yet counted
 */
public record AppliedPosition(
    @JsonProperty(required = true) String topic,
    @JsonProperty(required = true) int partition,
    @JsonProperty(required = true) long nextOffset) {}
