package disclosure.requests.page.organs;

import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.form.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The organs of which a form names some.
 *
 * @param isWritten whether nobody can choose among so many: then the name or code is written
 * @param organs those that can be chosen otherwise
 */
record OrganChoice(boolean isWritten, List<Named> organs) {

  private static final int LONGEST_NAME = 200;

  /** A defensive copy is kept. */
  OrganChoice {
    organs = List.copyOf(organs);
  }

  /** Among those that the person acts for, as {@link PageCaller#organs} tells them. */
  static OrganChoice of(List<Named> organs) {
    return new OrganChoice(PageCaller.areTooMany(organs), organs);
  }

  /** The same with some more, and without the one that is changed. */
  OrganChoice with(List<Named> more, OrganCode changed) {
    List<Named> others = new ArrayList<>(organs);
    others.addAll(more);
    others.removeIf(one -> one.code().equals(changed));
    return new OrganChoice(isWritten, others);
  }

  /** The field; what stands in it can always be chosen, for what can't would be left out. */
  Field in(Field field, String none) {
    if (isWritten) {
      return field.hinting(Wording.of("名称全称，或者18位统一社会信用代码；没有的留空")).atMost(LONGEST_NAME);
    }
    String value = field.value();
    List<Named> all = new ArrayList<>(organs);
    if (OrganCode.isValid(value)
        && all.stream().noneMatch(one -> one.code().value().equals(value))) {
      all.add(new Named(new OrganCode(value), value));
    }
    return field.oneOf(Words.choices(all, one -> one.code().value(), Named::name, none, value));
  }
}
