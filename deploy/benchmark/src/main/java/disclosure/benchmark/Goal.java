package disclosure.benchmark;

/**
 * What a figure should reach one day, beside the bound that it must keep today.
 *
 * @param figure the figure's name; one that no run gives is told as not measured
 * @param bound in the figure's unit
 * @param why why it is missed or not measured, as far as anybody knows; empty when nobody does
 */
record Goal(String figure, Figure.Bound bound, String why) {

  static Goal atLeast(double bound, String figure) {
    return new Goal(figure, new Figure.Bound(bound, false), "");
  }

  static Goal atMost(double bound, String figure) {
    return new Goal(figure, new Figure.Bound(bound, true), "");
  }

  Goal because(String reason) {
    return new Goal(figure, bound, reason);
  }
}
