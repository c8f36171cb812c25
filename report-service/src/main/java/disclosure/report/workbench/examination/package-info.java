/** Published reports, examined and taken over on pages. */
package disclosure.report.workbench.examination;
