/** Year-end runs: all reports of a subtree checked or drawn in the background. */
package disclosure.report.run;
