package disclosure.edge;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads the body of a request into a record by {@link StrictJson}, as much as it may hold. Answers
 * of other services aren't its business: what they add is no fault.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
class RequestBodyReader implements MessageBodyReader<Record> {

  private final StrictJson json;
  private final long maxBodySize;

  RequestBodyReader(StrictJson json, EdgeSettings settings) {
    this.json = json;
    this.maxBodySize = settings.maxBodySize().asLongValue();
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return json.read(new Limited(body, maxBodySize), type);
  }

  /** A chunked body tells its length only by ending. */
  private static final class Limited extends InputStream {

    private final InputStream body;
    private long left;

    Limited(InputStream body, long maxBodySize) {
      this.body = body;
      this.left = maxBodySize;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw Refusal.tooLarge();
      }
    }
  }
}
