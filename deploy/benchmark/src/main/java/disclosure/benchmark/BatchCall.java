package disclosure.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * A batch over a socket of its own, whose answers are read while its lines are still being sent.
 * The JDK's client reads nothing before it has sent everything, and a long batch then stands still.
 */
final class BatchCall {

  private static final int CHUNK = 16 * 1024;

  private BatchCall() {}

  /**
   * Sends the lines, and gives the number of those that were answered with 201.
   *
   * @param url of the batch's resource
   */
  static long stored(URI url, String token, Iterator<String> lines) throws Exception {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 2 * CHUNK);
      out.write(
          String.format(
                  Locale.ROOT,
                  "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                      + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n",
                  url.getPath(),
                  url.getAuthority(),
                  token)
              .getBytes(StandardCharsets.US_ASCII));
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(
              () -> {
                try {
                  send(out, lines);
                } catch (IOException gone) {
                  throw new java.io.UncheckedIOException(gone);
                }
              });
      long stored = stored(new BufferedInputStream(socket.getInputStream(), 2 * CHUNK));
      sent.get();
      return stored;
    }
  }

  private static void send(OutputStream out, Iterator<String> lines) throws IOException {
    StringBuilder chunk = new StringBuilder();
    while (lines.hasNext()) {
      chunk.append(lines.next()).append('\n');
      if (chunk.length() >= CHUNK || !lines.hasNext()) {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        chunk.setLength(0);
      }
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static long stored(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IllegalStateException("the batch was answered: " + status);
    }
    while (!line(in).isEmpty()) {
      // The head tells nothing more that matters.
    }
    long stored = 0;
    try (BufferedReader answers =
        new BufferedReader(new InputStreamReader(new Chunks(in), StandardCharsets.UTF_8))) {
      for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
        stored += answer.contains("\"status\":201") ? 1 : 0;
      }
    }
    return stored;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** The content of a chunked body. */
  private static final class Chunks extends InputStream {

    private final InputStream in;
    private int left;
    private boolean begun;
    private boolean ended;

    Chunks(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0 && !ended) {
        if (begun) {
          line(in);
        }
        begun = true;
        left = Integer.parseInt(line(in), 16);
        ended = left == 0;
      }
      if (ended) {
        return -1;
      }
      int read = in.read(buffer, offset, Math.min(length, left));
      if (read < 0) {
        throw new IOException("the answers broke off");
      }
      left -= read;
      return read;
    }
  }
}
