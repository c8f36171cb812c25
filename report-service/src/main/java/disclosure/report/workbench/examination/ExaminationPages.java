package disclosure.report.workbench.examination;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.edge.page.UploadedForm;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.examination.Examination;
import disclosure.report.examined.Examinations;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.FileTypes;
import disclosure.report.examined.SentFile;
import disclosure.report.examined.SentFiles;
import disclosure.report.takenover.ConfirmedFigures;
import disclosure.report.takenover.TakeOver;
import disclosure.report.takenover.TakeOver.Said;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.report.workbench.examination.ExaminationPage.Borne;
import disclosure.report.workbench.examination.ExaminationPage.Shown;
import disclosure.report.workbench.examination.ExaminationPage.TakeOverForm;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where published reports are examined, and taken over as an organ's. */
@Path(ExaminationPages.PATH)
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ANALYST})
class ExaminationPages {

  static final String PATH = Place.HOME + "/examination";

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;

  /** What a page bears of files, so that they need not be chosen again. */
  private static final int MOST_BORNE = 2 << 20;

  /** Beside files there are fields for every figure of each that wasn't read surely. */
  private static final UploadedForm.Bounds FORM =
      new UploadedForm.Bounds(SentFiles.MAX_BYTES, Examinations.MAX_FILES, 6_000);

  private static final String FILE = "file";
  private static final String NAME = "name.";
  private static final String CONTENT = "content.";
  private static final String SENDER = "sender";
  private static final int LONGEST_SENDER = 100;

  private final Examinations examinations;
  private final TakeOver takeOver;
  private final ReportIds ids;
  private final StrictJson json;
  private final CurrentCaller caller;
  private final Page page;
  private final Clock clock;

  ExaminationPages(
      Examinations examinations,
      TakeOver takeOver,
      ReportIds ids,
      StrictJson json,
      CurrentCaller caller,
      Page page,
      Clock clock) {
    this.examinations = examinations;
    this.takeOver = takeOver;
    this.ids = ids;
    this.json = json;
    this.caller = caller;
    this.page = page;
    this.clock = clock;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response form() {
    return answer(200, Errors.NONE, List.of(), Map.of(), List.of());
  }

  /** Files, or those that the page itself bore; nothing of them is kept but what is taken over. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({Page.HTML, FileTypes.DOCX, FileTypes.XLSX})
  @Concurrency(perClient = 1, total = 2)
  @Operation(hidden = true)
  public Response take(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type)
      throws IOException {
    UploadedForm form;
    try {
      form = UploadedForm.of(body, type, FORM);
    } catch (Refusal refusal) {
      return answer(refusal.status(), errors(refusal), List.of(), Map.of(), List.of());
    }
    Map<String, String> values = form.fields();
    List<SentFile> files = List.of();
    Wish wish = Wish.of(values.getOrDefault("wish", ""));
    try {
      files = form.files().isEmpty() ? borne(values) : SentFiles.of(form);
      if (files.isEmpty()) {
        files = SentFiles.of(form);
      }
      return switch (wish.kind()) {
        case EXAMINE -> answer(200, Errors.NONE, files, values, List.of());
        case SUMMARY -> download(examinations.summary(files), FileTypes.XLSX, "examinations.xlsx");
        case LETTER, TAKE -> withOne(wish, files, values);
      };
    } catch (Refusal refusal) {
      if (refusal.status() >= 500 || refusal.status() == 429) {
        throw refusal;
      }
      List<Fault> faults = new TakeOverFields(wish.file(), values).placed(refusal.faults());
      return answer(
          refusal.status(),
          errors(refusal),
          isOfFiles(refusal) ? List.of() : files,
          values,
          faults);
    }
  }

  /** Of these nothing can be shown again. */
  private static boolean isOfFiles(Refusal refusal) {
    return refusal.status() == 400
        && refusal.faults().stream().anyMatch(fault -> fault.field().equals(FILE));
  }

  /** The file is found by its name, since those that are chosen anew may come in another order. */
  private Response withOne(Wish wish, List<SentFile> files, Map<String, String> values) {
    Optional<SentFile> named =
        examinations.named(files, values.getOrDefault("file." + wish.file(), ""));
    if (named.isEmpty()) {
      return answer(
          400,
          new Errors(Wording.of("没有找到这份文件"), Wording.of("请再次选择同样的文件；同名的文件不止一份的，请分别核查。"), List.of()),
          files,
          values,
          List.of());
    }
    return wish.kind() == Wish.Kind.TAKE
        ? taken(named.get(), values, wish.file())
        : download(
            examinations.letter(
                List.of(named.get()),
                Optional.ofNullable(values.get(SENDER)).filter(text -> !text.isBlank())),
            FileTypes.DOCX,
            "letter.docx");
  }

  private Response taken(SentFile file, Map<String, String> values, int number) {
    if (!page.publishes()) {
      throw Refusal.byStatus(403);
    }
    TakeOverFields fields = new TakeOverFields(number, values);
    ReportId id =
        ids.of(
            fields.value(TakeOverFields.ORGAN).orElse("").strip().toUpperCase(Locale.ROOT),
            fields.value(TakeOverFields.YEAR).orElse("").strip(),
            fields.value(TakeOverFields.SCOPE));
    Said said =
        Said.of(
            json.read(fields.json(), ConfirmedFigures.class),
            fields.value(TakeOverFields.BLANKS),
            fields.value(TakeOverFields.ORGAN_NAME),
            fields.value(TakeOverFields.REASON));
    takeOver.take(id, file, said);
    return Page.led(TakenOverPages.of(id.organ()));
  }

  private static List<SentFile> borne(Map<String, String> values) {
    List<SentFile> files = new ArrayList<>();
    for (int i = 1; i <= Examinations.MAX_FILES && values.containsKey(CONTENT + i); i++) {
      try {
        files.add(
            new SentFile(
                values.getOrDefault(NAME + i, ""),
                Base64.getDecoder().decode(values.get(CONTENT + i))));
      } catch (IllegalArgumentException spoilt) {
        throw Refusal.byStatus(400);
      }
    }
    return files;
  }

  private static List<Borne> bearing(List<SentFile> files) {
    long bytes = files.stream().mapToLong(file -> file.content().length).sum();
    List<Borne> borne = new ArrayList<>();
    for (int i = 0; i < files.size() && bytes <= MOST_BORNE; i++) {
      SentFile file = files.get(i);
      borne.add(new Borne(i + 1, file.name(), Base64.getEncoder().encodeToString(file.content())));
    }
    return borne;
  }

  private static Response download(byte[] content, String type, String name) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  static Errors errors(Refusal refusal) {
    var problem = refusal.problem(Wording.language());
    List<Errors.Entry> entries =
        refusal.faults().stream().map(ExaminationPages::entry).distinct().limit(1).toList();
    return new Errors(problem.title(), entries.isEmpty() ? problem.detail() : "", entries);
  }

  private static Errors.Entry entry(Fault fault) {
    String words = fault.message().in(Wording.language());
    return fault.field().equals(FILE)
        ? new Errors.Entry(FILE, Wording.of("年度报告文件：%s", words))
        : new Errors.Entry("", words);
  }

  private Response answer(
      int status,
      Errors errors,
      List<SentFile> files,
      Map<String, String> values,
      List<Fault> faults) {
    List<Examined> examined = files.isEmpty() ? List.of() : examinations.of(files);
    List<Shown> shown = new ArrayList<>();
    List<Field> all = new ArrayList<>();
    for (Examined one : examined) {
      Shown file = shown(shown.size() + 1, one, values, faults);
      shown.add(file);
      file.takeOver().forEach(form -> all.addAll(form.fields()));
      file.takeOver().forEach(form -> all.addAll(form.figures()));
    }
    return Page.answer(
        status,
        Templates.examination(
            page.person(),
            new ExaminationPage(
                faults.isEmpty() || shown.isEmpty() ? errors : Errors.of(all, faults),
                shown,
                bearing(files),
                Examinations.breaks(examined).stream()
                    .map(text -> text.in(Wording.language()))
                    .toList(),
                Field.of(Kind.LINE, SENDER, Wording.of("发函单位"), values.getOrDefault(SENDER, ""))
                    .hinting(Wording.of("写在函的落款处，可以不填"))
                    .atMost(LONGEST_SENDER))));
  }

  private Shown shown(
      int number, Examined examined, Map<String, String> values, List<Fault> faults) {
    if (examined.examination().isEmpty()) {
      return new Shown(
          number,
          examined.file(),
          examined.file(),
          examined.unread().map(why -> why.message().in(Wording.language())).orElse(""),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    Examination read = examined.examination().get();
    ExaminedReport report = ExaminedReport.of(read);
    List<TakeOverForm> forms =
        page.publishes()
            ? List.of(
                new TakeOverFields(number, values)
                    .form(read, organ(), LocalDate.now(clock).getYear() - 1, faults))
            : List.of();
    return new Shown(
        number,
        examined.file(),
        ShownFiles.title(examined.file(), report),
        "",
        ShownFiles.facts(examined.file(), report),
        ShownFiles.findings(report),
        ShownFiles.tables(report),
        forms);
  }

  /** Who acts for one organ alone means that one. */
  private String organ() {
    return !caller.scope().everywhere() && caller.scope().roots().size() == 1
        ? caller.scope().roots().iterator().next().value()
        : "";
  }
}
