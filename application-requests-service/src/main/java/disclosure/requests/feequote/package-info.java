/** What may be charged for an application, with what its applicant asked before. */
package disclosure.requests.feequote;
