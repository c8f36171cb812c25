package disclosure.requests.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What is written whole before any of it is sent: compressed, in a file that has no name any more
 * once it is open, and so takes no space after the request or the process has ended.
 */
final class Spool implements AutoCloseable {

  private final FileChannel file;
  private long size;

  private Spool(FileChannel file) {
    this.file = file;
  }

  /** An empty one, closed when the request has ended, however it ends. */
  static Spool of(RoutingContext request) throws IOException {
    Path path = Files.createTempFile("export-", "");
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(path);
    Spool spool = new Spool(file);
    request.addEndHandler(ended -> spool.close());
    return spool;
  }

  /** Where the content goes; closing it ends the content. */
  OutputStream content() throws IOException {
    GZIPOutputStream compressed =
        new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        compressed.write(one);
        size++;
      }

      @Override
      public void write(byte[] some, int offset, int length) throws IOException {
        compressed.write(some, offset, length);
        size += length;
      }

      @Override
      public void close() throws IOException {
        compressed.finish();
        compressed.flush();
      }
    };
  }

  /** The content's length in bytes. */
  long size() {
    return size;
  }

  /** Sends the content. */
  StreamingOutput sending() {
    return out -> {
      file.position(0);
      InputStream compressed = new BufferedInputStream(Channels.newInputStream(file));
      new GZIPInputStream(compressed).transferTo(out);
    };
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
