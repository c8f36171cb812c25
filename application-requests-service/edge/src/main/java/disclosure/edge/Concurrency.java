package disclosure.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many requests to an operation may be under way on one instance: for work that costs much more
 * than its request says, or that lasts as long as the client likes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Concurrency {

  /** Of one client; on a page, of one person. */
  int perClient();

  /** Of all. */
  int total();
}
