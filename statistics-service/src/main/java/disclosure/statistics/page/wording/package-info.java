/** How the pages call what they show, and how they tell shares. */
package disclosure.statistics.page.wording;
