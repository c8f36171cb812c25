/**
 * What was published, as it was published: figures, texts, documents, digests and the applications
 * behind the figures. Added to, never changed.
 */
package disclosure.report.publication;
