package mpm.service.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import mpm.service.configuration.Settings;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;

/** Holds every body to the limit, whatever its headers say: counted while it is read, after inflating. */
@Provider
@ApplicationScoped
public class BodyLimit implements ContainerRequestFilter {

    @Inject
    Settings settings;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        int limit = settings.limits().bodyBytes();
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        } else if (encoding == null || encoding.isBlank() || "identity".equalsIgnoreCase(encoding.strip())) {
            request.setEntityStream(new Limited(request.getEntityStream(), limit));
        } else if ("gzip".equals(encoding.strip().toLowerCase(Locale.ROOT))) {
            request.setEntityStream(new Limited(new Inflated(request.getEntityStream()), limit));
        } else {
            throw new ProblemException(Problem.of(
                    415, "The request is encoded in a way that is not understood here: send it plain or as gzip."));
        }
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(Problem.tooLarge(
                "A request may be %,d bytes long, and this one is longer: send it in several parts.".formatted(limit),
                limit));
    }

    /**
     * Inflates from the first read on, not before: an empty body would fail while the request is still being matched.
     */
    private static final class Inflated extends InputStream {
        private final InputStream packed;
        private @org.jspecify.annotations.Nullable InputStream inflating;

        Inflated(InputStream packed) {
            this.packed = packed;
        }

        private InputStream inflating() throws IOException {
            if (inflating == null) {
                try {
                    inflating = new GZIPInputStream(packed, 8192);
                } catch (java.util.zip.ZipException | java.io.EOFException e) {
                    throw broken();
                }
            }
            return inflating;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int read = read(one, 0, 1);
            return read < 0 ? read : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return inflating().read(bytes, from, length);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw broken();
            }
        }

        private static ProblemException broken() {
            return new ProblemException(Problem.of(
                    400, "The request says that it is gzip, and cannot be inflated: send it whole, or send it plain."));
        }
    }

    private static final class Limited extends FilterInputStream {
        private final int limit;
        private long left;

        Limited(InputStream body, int limit) {
            super(body);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge(limit);
            }
        }
    }
}
