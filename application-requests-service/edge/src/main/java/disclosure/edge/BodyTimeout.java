package disclosure.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long an operation's streamed body may be waited for altogether: where few may be under way at
 * a time, and each has an end.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyTimeout {

  /** The time, of which only counts what the service waits. */
  int seconds();
}
