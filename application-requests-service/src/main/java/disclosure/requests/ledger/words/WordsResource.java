package disclosure.requests.ledger.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.PlainText;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** An organ's own words in ledgers, over HTTP. */
@Path("/ledger/words")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
class WordsResource {

  private static final int MAX_WORDS = 500;

  private final StoredWords words;
  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Links links;

  WordsResource(
      StoredWords words,
      WriterTransaction transaction,
      AuditTrail audit,
      CurrentCaller caller,
      OrganAccess access,
      Links links) {
    this.words = words;
    this.transaction = transaction;
    this.audit = audit;
    this.caller = caller;
    this.access = access;
    this.links = links;
  }

  /**
   * Words of an organ.
   *
   * @param next where the following part is; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record OwnWordList(List<OwnWord> items, Optional<URI> next) {}

  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(operationId = "listLedgerWords", summary = "What an organ's own words in ledgers mean")
  @APIResponse(
      responseCode = "200",
      description = "A part of them",
      content = @Content(schema = @Schema(implementation = OwnWordList.class)))
  @APIResponse(responseCode = "422", description = "The organ is not in the directory")
  public OwnWordList list(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    int size = Parameters.number("limit", limit, 1, MAX_WORDS, MAX_WORDS);
    OrganCode code = organ(organ);
    List<OwnWord> found = words.page(code, WordToken.of(after), size + 1);
    if (found.size() <= size) {
      return new OwnWordList(found, Optional.empty());
    }
    List<OwnWord> items = List.copyOf(found.subList(0, size));
    URI next = links.with(uri, "after", WordToken.of(items.get(size - 1)).token());
    return new OwnWordList(items, Optional.of(next));
  }

  /** Without a meaning the word is forgotten. */
  @PUT
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "putLedgerWord",
      summary =
          "Say what a word of an organ's own means; ledgers read from now on know it. Without a"
              + " meaning it is forgotten.")
  @APIResponse(
      responseCode = "200",
      description = "The words of the organ",
      content = @Content(schema = @Schema(implementation = OwnWordList.class)))
  public OwnWordList put(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> kind,
      @RestQuery Optional<String> word,
      @RestQuery Optional<String> meaning)
      throws SQLException {
    OrganCode code = organ(organ);
    WordKind of = kind(kind);
    String said = word(word);
    Optional<OwnWord> own =
        meaning.map(text -> new OwnWord(of, said, oneOf("meaning", of.codes(), text)));
    transaction.run(
        new Reach(false, Set.of(code)),
        connection -> {
          if (own.isEmpty()) {
            words.delete(connection, code, of, said);
          } else if (!words.put(connection, code, own.get(), MAX_WORDS)) {
            throw tooMany();
          }
          audit.append(connection, caller.get(), AuditAction.LEDGER_WORD_SET, code, 1);
          return code;
        });
    return new OwnWordList(words.page(code, WordToken.START, MAX_WORDS), Optional.empty());
  }

  private static Refusal tooMany() {
    return Refusal.notPermitted(
        RegisterFault.TOO_MANY_WORDS.at("word", Expected.atMost(MAX_WORDS)));
  }

  private OrganCode organ(Optional<String> organ) {
    OrganCode code = Parameters.organCode("organ", organ.orElse(""));
    access.require(code, "organ");
    if (!access.isKnown(code)) {
      throw Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at("organ"));
    }
    return code;
  }

  private static WordKind kind(Optional<String> kind) {
    List<String> kinds = Arrays.stream(WordKind.values()).map(Enum::name).toList();
    return WordKind.valueOf(oneOf("kind", kinds, kind.orElse("")));
  }

  private static String oneOf(String name, List<String> codes, String code) {
    return Optional.of(code)
        .filter(codes::contains)
        .orElseThrow(() -> Refusal.invalid(InputFault.NOT_ONE_OF.at(name, Expected.oneOf(codes))));
  }

  private static String word(Optional<String> word) {
    String said = word.map(String::strip).orElse("");
    if (OwnWords.folded(said).isEmpty()
        || said.length() > OwnWords.MAX_LENGTH
        || said.codePoints().anyMatch(WordsResource::isOdd)) {
      throw Refusal.invalid(
          RegisterFault.NOT_A_WORD.at("word", Expected.atMost(OwnWords.MAX_LENGTH)));
    }
    return said;
  }

  private static boolean isOdd(int character) {
    return Character.isISOControl(character) || PlainText.isInvisible(character);
  }
}
