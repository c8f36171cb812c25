/**
 * 勾稽关系: the cross-checks of an annual report, as data. Each names its legal source, says whether it
 * stops publication, and names both places and both numbers when it doesn't hold.
 */
package disclosure.report.check;
