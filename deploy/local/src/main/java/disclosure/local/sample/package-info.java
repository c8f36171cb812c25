/**
 * The published 2024 report of 临县人民政府办公室, from 27 applications whose dates and subjects are made
 * up, and a county that is made up altogether: loaded over the public HTTP API like any office's
 * own.
 */
package disclosure.local.sample;
