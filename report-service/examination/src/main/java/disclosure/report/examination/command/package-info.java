/** {@code deploy/examine}: examines files without any service. */
package disclosure.report.examination.command;
