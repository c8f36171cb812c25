package disclosure.requests.page.handling;

import disclosure.edge.EntityTags;
import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.handling.HandleApplication.Handled;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.page.form.Said;
import disclosure.requests.page.form.Words;
import disclosure.requests.personaldata.MaskedApplicant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who handles an application, as it is filled in.
 *
 * @param address of the application's page
 * @param fields with what is wrong in them
 * @param errors the same together, or what somebody else has put meanwhile
 */
public record HandlingForm(String address, List<Field> fields, Errors errors) {

  static final String SEEN = "seen";

  private static final String HANDLER = "handler";
  private static final String NOTE = "note";
  private static final String INTERNAL = "仅供本机关内部使用，加密保存，不列入任何统计和公开内容";
  private static final String UNREADABLE = "原有备注无法解密：留空则原样保留，填写则以新内容替换。仅供本机关内部使用，加密保存，不列入任何统计和公开内容";
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 2000;

  /** A defensive copy is kept. */
  public HandlingForm {
    fields = List.copyOf(fields);
  }

  /** As it is now. */
  static HandlingForm of(String address, String person, Handled now) {
    return of(
        address,
        person,
        now,
        EntityTags.of(now.version()),
        now.handling().handler().orElse(""),
        now.handling().note().orElse(""),
        List.of());
  }

  /** As it was filled in, and what is wrong. */
  static HandlingForm wrong(
      String address, String person, PostedForm filled, Handled now, List<Fault> faults) {
    return of(
        address,
        person,
        now,
        filled.first(SEEN).orElse(""),
        filled.first(HANDLER).orElse(""),
        filled.first(NOTE).orElse(""),
        Words.inWords(faults));
  }

  /** As it was filled in, and what somebody else has put meanwhile. */
  static HandlingForm changed(String address, String person, PostedForm filled, Handled now) {
    HandlingForm form =
        of(
            address,
            person,
            now,
            EntityTags.of(now.version()),
            filled.first(HANDLER).orElse(""),
            filled.first(NOTE).orElse(""),
            List.of());
    List<Errors.Entry> entries =
        Stream.of(
                said(HANDLER, now.handling().handler().orElse("")),
                said(NOTE, Said.constantOf(now.noteInWords(), MaskedApplicant.UNREADABLE)))
            .map(text -> new Errors.Entry("", text))
            .toList();
    return new HandlingForm(
        address,
        form.fields(),
        new Errors(
            Wording.of("承办人或者备注刚刚被他人更改，您填写的内容尚未保存"),
            Wording.of("现在的内容如下。如仍要改为您填写的内容，请核对后再次保存。"),
            entries));
  }

  private static String said(String field, String value) {
    return Wording.of("%s：%s", label(field), value.isEmpty() ? Wording.of("（空）") : value);
  }

  private static HandlingForm of(
      String address,
      String person,
      Handled now,
      String seen,
      String handler,
      String note,
      List<Fault> faults) {
    List<Field> fields =
        List.of(
            Field.of(Field.Kind.HIDDEN, SEEN, "", seen),
            Field.of(Field.Kind.LINE, HANDLER, label(HANDLER), handler)
                .hinting(Wording.of("本机关对经办人的称呼；填写“%s”的，列入您的“由我承办”。留空表示没有承办人", person))
                .atMost(LONGEST_NAME)
                .beginning()
                .wrong(Errors.at(HANDLER, faults)),
            Field.of(Field.Kind.AREA, NOTE, label(NOTE), note)
                .hinting(Wording.of(now.noteUnreadable() ? UNREADABLE : INTERNAL))
                .atMost(LONGEST_NOTE)
                .wrong(Errors.at(NOTE, faults)));
    return new HandlingForm(address, fields, Errors.of(fields, faults));
  }

  private static String label(String name) {
    return Words.label(name).orElse(name);
  }

  /** The JSON of what was filled in; what is empty is absent. */
  static byte[] json(PostedForm form) {
    FormJson json = new FormJson(form);
    for (String name : List.of(HANDLER, NOTE)) {
      form.first(name)
          .map(text -> text.replace("\r\n", "\n").strip())
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> json.with(name, text));
    }
    return json.bytes();
  }
}
