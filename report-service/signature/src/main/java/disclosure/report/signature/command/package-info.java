/** The command {@code deploy/verify-report}. */
package disclosure.report.signature.command;
