/** What one year's report hands on and the next takes over, by reports alone. */
package disclosure.report.examined.carried;
