/**
 * The national form (国办公开办函〔2021〕30号) as data: what a report holds, and its tables as grids of
 * merged cells, from which every format is drawn. Plain Java.
 */
package disclosure.report.form;
