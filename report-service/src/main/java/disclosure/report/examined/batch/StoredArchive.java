package disclosure.report.examined.batch;

import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.IntFunction;

/** An archive that lies in parts elsewhere, one of which is held at a time. */
final class StoredArchive implements SeekableByteChannel {

  /** How long each part is but the last. */
  static final int CHUNK = 1 << 20;

  private final long size;
  private final IntFunction<byte[]> chunks;
  private long position;
  private long left;
  private int held = -1;
  private byte[] chunk = {};

  /**
   * One of that many bytes.
   *
   * @param mostRead how many bytes may be read: what opens an archive keeps something of each entry
   *     that it tells of, and they may be without end
   */
  StoredArchive(long size, long mostRead, IntFunction<byte[]> chunks) {
    this.size = size;
    this.left = mostRead;
    this.chunks = chunks;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= size) {
      return -1;
    }
    int number = (int) (position / CHUNK);
    if (number != held) {
      chunk = chunks.apply(number);
      held = number;
    }
    int from = (int) (position % CHUNK);
    int some = Math.min(into.remaining(), chunk.length - from);
    left -= Math.max(1, some);
    if (some < 0 || left < 0) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    into.put(chunk, from, some);
    position += some;
    return some;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    if (to < 0) {
      throw new IOException("before the beginning");
    }
    position = to;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    chunk = new byte[0];
    held = -1;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }
}
