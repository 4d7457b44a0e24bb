package mpm.service.access.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import mpm.service.access.control.CurrentCaller;
import mpm.service.problems.boundary.ProblemException;

/** Lets through to a resource of the API whom it declares to let in, and says to others how to say who they are. */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class EndpointGuard implements ContainerRequestFilter, ContainerResponseFilter {

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

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.WWW_AUTHENTICATE,
                            Admission.challenge(request.getUriInfo().getPath()));
        }
    }
}
