package mpm.service.problems.boundary;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.cell.CellException;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DoesNotFit;
import mpm.service.storage.control.OutOfReach;
import mpm.service.storage.control.SqlStates;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request of the API into a {@link Problem}. */
@Provider
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Context
    @Nullable
    UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            // A refusal may come wrapped: by the transaction that it ended, or by the reader of the body.
            if (each instanceof ProblemException refusal) {
                return answer(refusal.problem(), null);
            } else if (each instanceof CellException unreadable) {
                // The rules of plan data speak as they do in a cell: an unknown metric, a period that is none.
                return answer(Problem.of(422, String.valueOf(unreadable.getMessage())), null);
            } else if (each instanceof Refusal refusal) {
                return answer(Problem.of(status(refusal.kind()), refusal.sentence()), null);
            }
        }
        if (DoesNotFit.isCauseOf(failure)) {
            return answer(
                    Problem.of(
                            422,
                            "A text or a number of the request is longer or larger than can be kept, or holds the character "
                                    + "U+0000: shorten it, or leave that character out."),
                    null);
        }
        if (failure instanceof WebApplicationException known) {
            return answer(problem(known.getResponse().getStatus()), known);
        }
        if (failure instanceof IOException) {
            return answer(
                    Problem.of(400, "The request's body did not arrive whole: send it again, and all of it."), null);
        }
        if (OutOfReach.isHeld(failure)) {
            return answer(
                    Problem.of(
                            503,
                            "The service is busy with what others write, and nothing was changed: try again in a moment."),
                    null);
        }
        if (OutOfReach.isCauseOf(failure)) {
            return answer(
                    Problem.of(
                            503,
                            "The stored data cannot be reached, and nothing was changed: try again in a "
                                    + "moment. /health/ready tells when they are back."),
                    null);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(
                Level.ERROR,
                () -> "A request failed, reference %s, SQL states %s:\n%s"
                        .formatted(reference, SqlStates.of(failure).toList(), traceWithoutMessages(failure)));
        return answer(
                new Problem(
                        500,
                        ("The request could not be answered: this is a fault of the service. Its log tells "
                                        + "more under the reference %s.")
                                .formatted(reference),
                        java.util.Map.of("reference", reference)),
                null);
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> 404;
            case NOT_PERMITTED -> 403;
            case CONFLICT -> 409;
            case INVALID -> 422;
        };
    }

    private Problem problem(int status) {
        String path = uri == null
                ? "this address"
                : "/" + uri.getBaseUri().getPath().replaceAll("^/|/$", "") + "/" + uri.getPath();
        return Problem.of(
                status,
                switch (status) {
                    case 404 -> "There is nothing at %s: /openapi lists what the service offers.".formatted(path);
                    case 405 -> "%s does not take this method: /openapi lists what it takes.".formatted(path);
                    case 406 ->
                        "%s does not answer in a form that the request accepts: leave the Accept header out."
                                .formatted(path);
                    case 415 -> "%s takes JSON: send it with Content-Type: application/json.".formatted(path);
                    default ->
                        status < 500
                                ? "The request could not be understood: check its address, its headers and its body."
                                : "The request could not be answered. Try again; if it stays so, look into "
                                        + "the service's log.";
                });
    }

    private static Response answer(Problem problem, @Nullable WebApplicationException known) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.json());
        if (known instanceof NotAllowedException && known.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, known.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    /** Messages of exceptions quote values, and values are users' figures: the log gets only where it happened. */
    private static String traceWithoutMessages(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(5)
                .map(each -> each.getClass().getName() + "\n"
                        + Stream.of(each.getStackTrace())
                                .limit(30)
                                .map(frame -> "\tat " + frame)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\ncaused by "));
    }
}
