package disclosure.floor;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers from memory with the bytes that it was given last, to the same callers as statistics. */
@Path("/held")
@Singleton
@RolesAllowed({"recorder", "analyst", "editor", "publisher", "administrator"})
class HeldResource {

  private volatile byte[] held = new byte[0];

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void hold(byte[] body) {
    held = body;
  }

  @GET
  @NonBlocking
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] held() {
    return held;
  }
}
