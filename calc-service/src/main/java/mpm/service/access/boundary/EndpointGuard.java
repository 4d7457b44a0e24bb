package mpm.service.access.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import mpm.service.access.control.CurrentCaller;
import mpm.service.problems.boundary.ProblemException;

/** Lets through to a resource of the API whom it declares to let in. */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class EndpointGuard implements ContainerRequestFilter {

    @Inject
    CurrentCaller caller;

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it.
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Admission.refusal(
                        caller.identity(),
                        request.getUriInfo().getPath(),
                        resource.getResourceMethod(),
                        resource.getResourceClass())
                .ifPresent(refusal -> {
                    throw new ProblemException(refusal);
                });
    }
}
