package disclosure.requests.page.ledger;

import disclosure.edge.Concurrency;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.PlainText;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.look.Wording;
import disclosure.edge.page.UploadedForm;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.ledger.TakeLedger;
import disclosure.requests.ledger.sheet.LedgerFile;
import disclosure.requests.ledger.template.Template;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.repetition.Duplicates;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** A ledger: which one, what is wrong with it, and its import. */
@Path(LedgerPages.PATH)
@Blocking
@RolesAllowed(Role.RECORDER)
class LedgerPages {

  static final String PATH = Screen.PATH + "/ledger";

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** What a page bears of a file, so that it need not be chosen again. */
  private static final int MOST_BORNE = 2 << 20;

  /** As long as file systems take them. */
  private static final int LONGEST_NAME = 255;

  private final TakeLedger ledgers;
  private final OrganNames names;
  private final PageCaller caller;

  LedgerPages(TakeLedger ledgers, OrganNames names, PageCaller caller) {
    this.ledgers = ledgers;
    this.names = names;
    this.caller = caller;
  }

  /** What is to be done with a ledger, as the buttons say it. */
  private enum Wish {
    CHECK,
    MARK,
    IMPORT,
    IMPORT_SOUND;

    static Wish of(Optional<String> button) {
      String said = button.orElse("check");
      for (Wish wish : values()) {
        if (wish.name().toLowerCase(Locale.ROOT).equals(said)) {
          return wish;
        }
      }
      throw Refusal.byStatus(400);
    }
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response form(@RestQuery Optional<String> organ) throws SQLException {
    List<Named> organs = caller.organs();
    String chosen = organ.orElse(organs.size() == 1 ? organs.get(0).code().value() : "");
    return answer(200, LedgerForm.of(chosen, organs, List.of()));
  }

  @GET
  @Path("/template")
  @Produces({XLSX, PageCaller.HTML})
  @Operation(hidden = true)
  public Response template() throws IOException {
    return workbook(Template.workbook(), "ledger.xlsx");
  }

  /** A file, or one that the page itself bore; nothing of it is kept before it is imported. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({PageCaller.HTML, XLSX})
  @Concurrency(perClient = 1, total = 2)
  @Operation(hidden = true)
  public Response take(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type)
      throws IOException, SQLException {
    Optional<String> organ = Optional.empty();
    String name = "";
    try {
      UploadedForm form = UploadedForm.of(body, type, LedgerFile.MAX_BYTES);
      organ = form.first(LedgerForm.ORGAN);
      name = name(form);
      return done(form);
    } catch (Refusal refusal) {
      boolean isFault = refusal.status() == 413 || !refusal.faults().isEmpty();
      return switch (refusal.status()) {
        case 400, 403, 413, 422 -> {
          if (!isFault) {
            throw refusal;
          }
          yield answer(
              refusal.status(),
              LedgerForm.refused(organ.orElse(""), name, caller.organs(), refusal));
        }
        default -> throw refusal;
      };
    }
  }

  private Response done(UploadedForm form) throws IOException, SQLException {
    Wish wish = Wish.of(form.first("wish"));
    OrganCode organ =
        Parameters.organCode(
                LedgerForm.ORGAN, form.first(LedgerForm.ORGAN).filter(c -> !c.isEmpty()))
            .orElseThrow(() -> Refusal.invalid(InputFault.REQUIRED.at(LedgerForm.ORGAN)));
    Duplicates duplicates =
        form.first("acceptDuplicates").isPresent() ? Duplicates.ACCEPTED : Duplicates.HELD_BACK;
    return switch (wish) {
      case CHECK -> checked(form, organ, duplicates);
      case MARK ->
          workbook(
              ledgers.marked(file(form), organ, duplicates, Wording.language()),
              "ledger-problems.xlsx");
      case IMPORT, IMPORT_SOUND -> {
        UUID id = ledgers.order(file(form), organ, wish == Wish.IMPORT_SOUND, duplicates);
        yield PageCaller.led(ImportPages.address(id));
      }
    };
  }

  private Response checked(UploadedForm form, OrganCode organ, Duplicates duplicates)
      throws IOException, SQLException {
    byte[] file = LedgerFile.bytes(file(form));
    Checked checked =
        Checked.of(
            new Checked.Sent(
                organ.value(),
                names.of(organ),
                name(form),
                file.length <= MOST_BORNE ? Base64.getEncoder().encodeToString(file) : ""),
            ledgers.check(new ByteArrayInputStream(file), organ, duplicates));
    return answer(200, LedgerForm.of(organ.value(), caller.organs(), List.of(checked)));
  }

  /** As the sender calls the file; empty where that can't be shown. */
  private static String name(UploadedForm form) {
    return form.fileName(LedgerForm.FILE)
        .or(() -> form.first("fileName"))
        .flatMap(PlainText.ONE_LINE::of)
        .filter(name -> name.length() <= LONGEST_NAME)
        .orElse("");
  }

  /** The file that was chosen; else the one that the page bore. */
  private static InputStream file(UploadedForm form) {
    return form.content(LedgerForm.FILE)
        .or(() -> form.first("content").filter(text -> !text.isEmpty()).map(LedgerPages::decoded))
        .orElseThrow(() -> Refusal.invalid(RegisterFault.FILE_REQUIRED.at("")));
  }

  private static InputStream decoded(String content) {
    try {
      return new ByteArrayInputStream(Base64.getDecoder().decode(content));
    } catch (IllegalArgumentException spoilt) {
      throw Refusal.invalid(RegisterFault.FILE_UNREADABLE.at(""));
    }
  }

  private static Response workbook(byte[] content, String name) {
    return Response.ok(content, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private Response answer(int status, LedgerForm form) {
    return PageCaller.page(status, Templates.ledger(caller.shownName(), form));
  }
}
