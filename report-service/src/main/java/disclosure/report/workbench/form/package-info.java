/** The fields of a draft as they are typed, and as a program would have sent them. */
package disclosure.report.workbench.form;
