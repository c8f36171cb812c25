/**
 * How a draft becomes a publication: reasons for warnings, submission, return, publication and
 * correction, and what moved in the register since.
 */
package disclosure.report.release;
