package disclosure.requests.page.ledger;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.FreshForm;
import disclosure.requests.page.form.Said;
import java.util.ArrayList;
import java.util.List;

/**
 * The form with which a ledger is sent.
 *
 * @param organ whose it is
 * @param file which file it is: no page can fill that in
 * @param errors what is wrong with what was sent
 * @param checked what was found in a ledger; nothing before one was sent
 */
public record LedgerForm(Field organ, Field file, Errors errors, List<Checked> checked) {

  static final String ORGAN = "organ";
  static final String FILE = "file";

  /** What somebody can look through before the ledger is checked again. */
  private static final int MOST_TOLD = 20;

  /** A defensive copy is kept. */
  public LedgerForm {
    checked = List.copyOf(checked);
  }

  static LedgerForm of(String organ, List<Named> organs, List<Checked> checked) {
    return new LedgerForm(
        organField(organ, organs, List.of()), fileField(List.of()), Errors.NONE, checked);
  }

  /**
   * The form once more, with why a ledger was not taken.
   *
   * @param name of the file; empty where none is known
   */
  static LedgerForm refused(String organ, String name, List<Named> organs, Refusal refusal) {
    List<Fault> faults = placed(refusal, name);
    Field field = organField(organ, organs, faults);
    Field file = fileField(faults);
    return new LedgerForm(
        field,
        file,
        refusal.status() == 422 ? notTaken(faults, name) : Errors.of(List.of(field, file), faults),
        List.of());
  }

  /** What is wrong with the body as a whole is wrong with the file. */
  private static List<Fault> placed(Refusal refusal, String name) {
    if (refusal.status() == 413) {
      return List.of(RegisterFault.FILE_TOO_LARGE.at(FILE));
    }
    return refusal.faults().stream()
        .map(
            fault ->
                fault.field().isEmpty() && refusal.status() == 400
                    ? Fault.of(FILE, fault.code(), named(fault, name))
                    : fault)
        .toList();
  }

  /** What is wrong with a file says with which: who works through several has sent one of them. */
  private static Text named(Fault fault, String name) {
    return name.isEmpty() || fault.code() == RegisterFault.FILE_REQUIRED
        ? fault.message()
        : new Text(
            "“" + name + "”：" + fault.message().chinese(),
            "“" + name + "”: " + fault.message().english());
  }

  private static Errors notTaken(List<Fault> faults, String name) {
    List<Errors.Entry> entries = new ArrayList<>();
    faults.stream()
        .limit(MOST_TOLD)
        .map(fault -> new Errors.Entry("", (fault.field() + " ").stripLeading() + said(fault)))
        .forEach(entries::add);
    if (faults.size() > MOST_TOLD) {
      entries.add(new Errors.Entry("", Wording.of("……共%s处", faults.size())));
    }
    return new Errors(
        Wording.of("台账没有导入"),
        name.isEmpty()
            ? Wording.of("没有登记任何内容。请先检查台账，更正后再导入。")
            : Wording.of("“%s”：没有登记任何内容。请先检查台账，更正后再导入。", name),
        entries);
  }

  private static String said(Fault fault) {
    return Said.of(fault.message());
  }

  private static Field organField(String organ, List<Named> organs, List<Fault> faults) {
    return FreshForm.organ(ORGAN, organ, organs, Wording.of("请选择"))
        .needed()
        .wrong(Errors.at(ORGAN, faults));
  }

  private static Field fileField(List<Fault> faults) {
    return Field.of(Field.Kind.LINE, FILE, Wording.of("台账文件"), "")
        .hinting(Wording.of("XLSX或者CSV，不超过20 MB、50000行；检查时不登记任何内容"))
        .needed()
        .wrong(Errors.at(FILE, faults));
  }
}
