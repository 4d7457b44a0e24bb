package mpm.service.access.boundary;

import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mpm.plan.Role;
import mpm.service.access.control.Identity;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.permission.control.Open;
import mpm.service.problems.boundary.Problem;

/** Whether someone is let in, by what an endpoint declares; before anything is looked up, so that no answer tells what there is. */
final class Admission {

    private Admission() {}

    /**
     * Why not, or nothing.
     *
     * @param path below /api/v1, without a slash at the beginning
     * @param nearestFirst what may carry the declaration
     */
    static Optional<Problem> refusal(Identity who, String path, AnnotatedElement... nearestFirst) {
        for (AnnotatedElement each : nearestFirst) {
            if (each.isAnnotationPresent(Open.class)) {
                return Optional.empty();
            }
            Needs needs = each.getAnnotation(Needs.class);
            if (needs != null) {
                return refusal(who, path, needs.value());
            }
        }
        return Optional.of(undeclared());
    }

    static Optional<Problem> refusal(Identity who, String path, Action action) {
        if (who.may(action, path)) {
            return Optional.empty();
        } else if (!who.isSignedIn()) {
            return Optional.of(Problem.of(
                    401,
                    "You are not signed in: the task pane signs you in, and a program sends a personal access token."));
        }
        String roles = action.roles().stream().map(Role::name).collect(Collectors.joining(", "));
        String sentence = who.scope().isPresent()
                ? "This token of %s does not reach so far: it opens %s."
                        .formatted(
                                who.name(), String.join(", ", who.scope().get().areas()))
                : "You are signed in as %s, who has none of the roles that may do this: %s. An administrator gives roles."
                        .formatted(who.name(), roles);
        return Optional.of(new Problem(403, sentence, Map.of("roles", roles)));
    }

    /** Nobody may what nobody has thought about. */
    static Problem undeclared() {
        return Problem.of(403, "This address is not for use: it does not say who may ask it.");
    }

    /**
     * How to say who one is. Excel's own connections know Basic alone; elsewhere a browser would open a window of its own for
     * it.
     */
    static String challenge(String path) {
        return path.startsWith("feeds") ? "Bearer, Basic realm=\"MPM\", charset=\"UTF-8\"" : "Bearer";
    }
}
