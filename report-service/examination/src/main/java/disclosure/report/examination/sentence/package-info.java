/** What the sentences of a report say, held against its tables as they were read. */
package disclosure.report.examination.sentence;
