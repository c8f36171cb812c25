/**
 * 工作日日历: which days count, as versioned data by year (国务院办公厅's yearly notices), with make-up
 * working days and regional holidays. A year without data is never guessed in silence.
 */
package disclosure.requests.calendar;
