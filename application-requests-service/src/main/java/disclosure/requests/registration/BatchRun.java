package disclosure.requests.registration;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Caller;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.StrictJson;
import disclosure.edge.trace.TraceParent;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.store.Recorder;
import disclosure.requests.transaction.Reach;
import disclosure.storage.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One batch, chunk by chunk: read, register in one transaction, answer, and only then go on. So
 * whatever was answered is stored, and what was stored is safe to send again.
 */
final class BatchRun {

  private static final Logger LOG = Logger.getLogger(BatchRun.class);

  private final RegisterApplications register;
  private final StrictJson reader;
  private final ObjectMapper writer;
  private final Clock clock;
  private final Caller caller;
  private final Reach reach;
  private final Locale language;
  private final Optional<TraceParent> trace;
  private Optional<Refusal> outage = Optional.empty();

  BatchRun(
      RegisterApplications register,
      StrictJson reader,
      ObjectMapper writer,
      Clock clock,
      Caller caller,
      Reach reach,
      Locale language,
      Optional<TraceParent> trace) {
    this.register = register;
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
    this.caller = caller;
    this.reach = reach;
    this.language = language;
    this.trace = trace;
  }

  /**
   * Answers every line that is not blank.
   *
   * @throws IOException when the client is gone; what was stored until then stays
   * @throws Refusal when the lines don't come and none was answered; else the last answer says so,
   *     as that to the line which was waited for
   */
  void run(InputStream lines, OutputStream answers) throws IOException {
    long answered = 0;
    try (LineFeed<Post> feed = new LineFeed<>(lines, this::post)) {
      List<Post> chunk = feed.nextChunk();
      while (!chunk.isEmpty()) {
        answers.write(bytes(answer(chunk)));
        answers.flush();
        answered = chunk.get(chunk.size() - 1).line();
        chunk = feed.nextChunk();
      }
    } catch (Refusal cutOff) {
      if (answered == 0) {
        throw cutOff;
      }
      answers.write(bytes(List.of(LineAnswer.of(answered + 1, cutOff, language))));
    }
  }

  /** What a line says; or else why it can't be understood. */
  private record Post(long line, Optional<ApplicationRequest> request, Optional<Refusal> refusal) {}

  private List<LineAnswer> answer(List<Post> chunk) {
    List<ApplicationRequest> sound =
        chunk.stream().map(Post::request).flatMap(Optional::stream).toList();
    Iterator<Registration> registrations = register(sound).iterator();
    return chunk.stream()
        .map(
            post ->
                post.refusal()
                    .map(refusal -> LineAnswer.of(post.line(), refusal, language))
                    .orElseGet(() -> LineAnswer.of(post.line(), registrations.next(), language)))
        .toList();
  }

  private Post post(Line line) {
    try {
      return new Post(line.number(), Optional.of(request(line)), Optional.empty());
    } catch (Refusal refusal) {
      return new Post(line.number(), Optional.empty(), Optional.of(refusal));
    }
  }

  private ApplicationRequest request(Line line) {
    if (line.fault().isPresent()) {
      throw unreadable(line.fault().get());
    }
    byte[] json = line.text().orElseThrow().getBytes(StandardCharsets.UTF_8);
    return reader.read(json, ApplicationRequest.class);
  }

  private List<Registration> register(List<ApplicationRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    try {
      return registerTogether(requests);
    } catch (SQLException | RuntimeException failure) {
      if (outage.isPresent()) {
        return refused(requests, outage.get());
      }
      LOG.error("A chunk of a batch failed; its lines are tried one by one", failure);
      return requests.stream().map(this::registerAlone).toList();
    }
  }

  private Registration registerAlone(ApplicationRequest request) {
    try {
      return registerTogether(List.of(request)).get(0);
    } catch (SQLException | RuntimeException failure) {
      LOG.error("A line of a batch failed", failure);
      return new Registration.Refused(outage.orElseGet(Refusal::internalError));
    }
  }

  /** Once the database is out of reach, the rest is answered without asking it again and again. */
  private List<Registration> registerTogether(List<ApplicationRequest> requests)
      throws SQLException {
    if (outage.isPresent()) {
      return refused(requests, outage.get());
    }
    try {
      Recorder recorder = new Recorder(caller, reach, clock.instant());
      return register.register(
          requests.stream()
              .map(request -> new RegisterApplications.Post(request, recorder, trace))
              .toList());
    } catch (SQLException | RuntimeException failure) {
      if (FailureKind.of(failure) != FailureKind.PERMANENT) {
        outage = Optional.of(Refusal.unavailable());
      }
      throw failure;
    }
  }

  private static List<Registration> refused(List<ApplicationRequest> requests, Refusal refusal) {
    Registration refused = new Registration.Refused(refusal);
    return Collections.nCopies(requests.size(), refused);
  }

  private static Refusal unreadable(Line.Unreadable fault) {
    return switch (fault) {
      case TOO_LONG ->
          Refusal.invalid(RegisterFault.LINE_TOO_LONG.at("", NdjsonLines.LIMIT / 1024));
      case NOT_UTF8 -> Refusal.invalid(InputFault.NOT_UTF8.at(""));
    };
  }

  private byte[] bytes(List<LineAnswer> answers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LineAnswer answer : answers) {
      bytes.write(writer.writeValueAsBytes(answer));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
