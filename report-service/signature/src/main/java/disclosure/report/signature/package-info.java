/**
 * Signatures over published documents: SM2 with SM3 (GB/T 32918), detached, in the form of CMS (RFC
 * 5652), made and verified without a provider of the JDK; and time stamps over them (RFC 3161), as
 * authorities give them with keys of any kind.
 */
package disclosure.report.signature;
