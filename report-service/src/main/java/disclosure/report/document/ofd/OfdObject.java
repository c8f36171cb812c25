package disclosure.report.document.ofd;

import disclosure.report.document.part.Xml;

/** Something drawn on a page of an OFD. Lengths are in millimetres from the upper left corner. */
sealed interface OfdObject permits OfdText, OfdPath {

  /** Writes the object with its identifier. */
  void write(Xml xml, String id);
}
