package disclosure.report.examination.document;

/** A piece of a document. */
public sealed interface Block permits Paragraph, Grid {}
