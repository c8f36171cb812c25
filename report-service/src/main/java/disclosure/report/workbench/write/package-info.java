/** Where a draft is written: its fields, what checks found of them, what others saved meanwhile. */
package disclosure.report.workbench.write;
