package disclosure.report.examination.page;

/** Something on a page. Lengths are in points from the upper left corner. */
sealed interface Mark {

  /**
   * A sign.
   *
   * @param text what it says
   * @param x where it begins
   * @param y its base line
   * @param width how wide it is
   * @param size the font's size
   */
  record Glyph(String text, double x, double y, double width, double size) implements Mark {

    double middleX() {
      return x + width / 2;
    }

    double middleY() {
      return y - size * 0.35;
    }
  }

  /**
   * A straight line along the page's edges.
   *
   * @param level whether it lies from left to right
   * @param at where, across its direction
   * @param from where it begins
   * @param to where it ends
   */
  record Rule(boolean level, double at, double from, double to) implements Mark {}
}
