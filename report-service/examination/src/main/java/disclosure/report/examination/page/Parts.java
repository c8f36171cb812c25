package disclosure.report.examination.page;

/** What of numbered things belongs together; each part goes by its least number. */
final class Parts {

  private final int[] nearer;

  /** Each by itself. */
  Parts(int size) {
    nearer = new int[size];
    for (int i = 0; i < size; i++) {
      nearer[i] = i;
    }
  }

  void join(int one, int other) {
    int first = of(one);
    int second = of(other);
    nearer[Math.max(first, second)] = Math.min(first, second);
  }

  int of(int one) {
    int root = one;
    while (nearer[root] != root) {
      nearer[root] = nearer[nearer[root]];
      root = nearer[root];
    }
    return root;
  }
}
