/**
 * What becomes of personal data: shown in full against an audit entry, encrypted anew, and
 * forgotten after its time.
 */
package disclosure.requests.privacy;
