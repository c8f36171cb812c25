package disclosure.report.examination.format;

import com.sun.management.ThreadMXBean;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;

/**
 * A text that is read part by part: between two parts it is counted what its reader has taken of
 * the heap. Few bytes of a page may become many elements, since what was left open is opened again
 * wherever a block begins.
 */
final class CountedText extends StringReader {

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** Of what is taken a part is kept: as many bytes are a unit. */
  private static final int BYTES = 4;

  private final Budget budget;
  private long taken;

  /** For this thread. */
  CountedText(String text, Budget budget) {
    super(text);
    this.budget = budget;
    this.taken = THREADS.getCurrentThreadAllocatedBytes();
  }

  /**
   * Reads a part.
   *
   * @throws NotReadable when what was read before took too much
   */
  @Override
  public int read(char[] to, int from, int length) throws IOException {
    long now = THREADS.getCurrentThreadAllocatedBytes();
    budget.spend((now - taken) / BYTES);
    taken = now;
    return super.read(to, from, length);
  }
}
