package disclosure.requests.limit;

import disclosure.edge.Concurrency;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that goes on until it is told to end. */
@Path("/probe/held")
class HeldResource {

  static final CountDownLatch BEGUN = new CountDownLatch(1);
  static final CountDownLatch END = new CountDownLatch(1);

  @GET
  @PermitAll
  @Concurrency(perClient = 1, total = 2)
  public String held() throws InterruptedException {
    BEGUN.countDown();
    return "ended " + END.await(1, TimeUnit.MINUTES);
  }
}
