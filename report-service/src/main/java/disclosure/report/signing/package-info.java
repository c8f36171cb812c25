/**
 * Signatures over what is published: made with it, or afterwards; and the time stamps over them
 * (RFC 3161), which an authority gives later.
 */
package disclosure.report.signing;
