package mpm.service.problems.boundary;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What fails when a transaction ends is a failure like any other. The server has a mapper of its own for it, which is
 * nearer to it than {@link FailureMapper} and throws what it cannot map.
 */
@Provider
public final class TransactionFailureMapper implements ExceptionMapper<TransactionalException> {

    @Context
    @Nullable
    Providers providers;

    @Override
    public Response toResponse(TransactionalException failure) {
        return Objects.requireNonNull(providers)
                .getExceptionMapper(Throwable.class)
                .toResponse(failure);
    }
}
