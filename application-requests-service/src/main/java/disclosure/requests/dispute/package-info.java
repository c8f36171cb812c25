/** 行政复议 and 行政诉讼 about the disclosure of information, for table four of the annual report. */
package disclosure.requests.dispute;
