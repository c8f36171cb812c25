package disclosure.requests.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.requests.problem.Refusal;
import disclosure.requests.problem.StorageOutage;
import disclosure.requests.problem.StrictJson;
import disclosure.requests.security.Caller;
import disclosure.requests.security.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
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
  private Optional<Refusal> outage = Optional.empty();

  BatchRun(
      RegisterApplications register,
      StrictJson reader,
      ObjectMapper writer,
      Clock clock,
      Caller caller,
      Reach reach,
      Locale language) {
    this.register = register;
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
    this.caller = caller;
    this.reach = reach;
    this.language = language;
  }

  /**
   * Answers every line that is not blank.
   *
   * @throws IOException when the client is gone; what was stored until then stays
   */
  void run(InputStream lines, OutputStream answers) throws IOException {
    try (LineFeed feed = new LineFeed(lines)) {
      List<Line> chunk = feed.nextChunk();
      while (!chunk.isEmpty()) {
        answers.write(bytes(answer(chunk)));
        answers.flush();
        chunk = feed.nextChunk();
      }
    }
  }

  private List<LineAnswer> answer(List<Line> chunk) {
    LineAnswer[] answers = new LineAnswer[chunk.size()];
    List<ApplicationRequest> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      Line line = chunk.get(i);
      try {
        sound.add(request(line));
        places.add(i);
      } catch (Refusal refusal) {
        answers[i] = LineAnswer.of(line.number(), refusal, language);
      }
    }
    List<Registration> registrations = register(sound);
    for (int i = 0; i < places.size(); i++) {
      long line = chunk.get(places.get(i)).number();
      answers[places.get(i)] = LineAnswer.of(line, registrations.get(i), language);
    }
    return List.of(answers);
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
      return register.register(requests, new Recorder(caller, reach, clock.instant()));
    } catch (SQLException | RuntimeException failure) {
      if (StorageOutage.isCauseOf(failure)) {
        outage = Optional.of(Refusal.unavailable());
      }
      throw failure;
    }
  }

  private static List<Registration> refused(List<ApplicationRequest> requests, Refusal refusal) {
    Registration refused = new Registration.Refused(refusal);
    return Collections.nCopies(requests.size(), refused);
  }

  private static Refusal unreadable(Line.Fault fault) {
    return switch (fault) {
      case TOO_LONG ->
          Refusal.invalid(
              "",
              "一行不得超过" + NdjsonLines.LIMIT / 1024 + " KiB",
              "a line must not exceed " + NdjsonLines.LIMIT / 1024 + " KiB");
      case NOT_UTF8 -> Refusal.invalid("", "应为UTF-8编码", "must be UTF-8");
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
