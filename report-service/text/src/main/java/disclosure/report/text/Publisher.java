package disclosure.report.text;

import disclosure.statistics.contract.Scope;

/**
 * Whose report is read: it decides whose figure a sentence on 全市 or 本机关 tells.
 *
 * @param organName the name in the title
 * @param scope whether the report is the organ's own or over several organs
 * @param year the year reported on
 */
public record Publisher(String organName, Scope scope, int year) {}
