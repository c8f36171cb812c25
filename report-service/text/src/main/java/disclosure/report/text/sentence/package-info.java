/** Reads sentences clause by clause into claims, by what their numbers count. */
package disclosure.report.text.sentence;
